// The header as users of libtorch 1.13 compile it: C++17, the macro alone.
#include "tensor_tidy/shaped.h"

static_assert(__cplusplus < 202002L, "this file tests C++17");

int twice_in_cxx17(int size);

TENSOR_SHAPE("b, d")
int twice_in_cxx17(TENSOR_SHAPE("b, d") int size) { return 2 * size; }

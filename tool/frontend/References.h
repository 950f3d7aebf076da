//===- References.h - Types that may refer to variables ---------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_REFERENCES_H
#define TENSOR_TIDY_FRONTEND_REFERENCES_H

#include "frontend/Types.h"

namespace tidy {

/// Can a value of this type refer to a variable: a pointer, an iterator, a
/// tuple of references, an object of the user's with one of these in it?
bool mayRefer(clang::QualType T, const TypeInfo &Types);

} // namespace tidy

#endif

//===- Divides.h - What follows from divisibility facts ---------*- C++ -*-===//
#ifndef TENSOR_TIDY_SHAPE_DIVIDES_H
#define TENSOR_TIDY_SHAPE_DIVIDES_H

#include "shape/Facts.h"
#include "llvm/ADT/ArrayRef.h"

namespace tidy {

/// Does `Divisor` certainly divide `Dividend`? False where it was not shown.
/// With 8 | d: 4 | d, 16 | 2*d; with h | d also h | b*d and h | d + 3*h.
bool certainlyDivides(const Dim &Divisor, const Dim &Dividend,
                      llvm::ArrayRef<Divisibility> Known);

/// `Fact` without what divisor and dividend share, and without what the divisor
/// divides anyway: 8 | 6*d + 8 says 4 | d, and h*g | h*d says g | d.
Divisibility reduced(const Divisibility &Fact);

/// Does `D` hold / or %, so that facts may simplify it?
bool hasDivision(const Dim &D);

/// `D` simplified with the facts: h*(d/h) is d, d % h is 0, (b*d + 1)/h is
/// b*(d/h) + 1/h. Applied again it changes nothing.
Dim simplify(const Dim &D, llvm::ArrayRef<Divisibility> Known);

} // namespace tidy

#endif

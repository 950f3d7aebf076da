//===- Linkage.h - What other translation units may mean --------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_LINKAGE_H
#define TENSOR_TIDY_FRONTEND_LINKAGE_H

#include "frontend/Source.h"
#include "clang/AST/Decl.h"

namespace tidy {

/// What Clang calls it in every file.
std::string usrOf(const clang::Decl &D);

/// No call from another translation unit means this definition: it is static,
/// inline, a lambda, instantiated where it is needed, a method of a class that
/// only this file has, or may be replaced when the program is linked.
bool isInternal(const clang::FunctionDecl &D, const SourceMap &Source);

/// Another translation unit may have the body of this function, which has none
/// here.
bool mayBeOutside(const clang::FunctionDecl &D, const SourceMap &Source);

/// Where headers declare it, as in Function::Declared; of a template's
/// instance, where they declare the template.
std::vector<std::string> declaredIn(const clang::FunctionDecl &D,
                                    const SourceMap &Source);

} // namespace tidy

#endif

//===- Types.h - What the models say of C++ types and callees ---*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_TYPES_H
#define TENSOR_TIDY_FRONTEND_TYPES_H

#include "ir/Program.h"
#include "sig/Model.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace tidy {

/// Questions about one translation unit's types, answered by the models.
class TypeInfo {
public:
  explicit TypeInfo(const Models &M) : M(M) {}

  /// The type itself, references removed.
  bool isTensor(clang::QualType T) const;
  /// A tensor, or a wrapper, container, pair or tuple of some.
  bool holdsTensor(clang::QualType T, unsigned Depth = 0) const;
  /// One that is made of nothing is none until it is given a tensor.
  bool isUndefinedFirst(clang::QualType T) const;
  bool isWrapper(clang::QualType T) const;
  /// `const char *`, std::string and views of such: its values are texts.
  bool isText(clang::QualType T) const;
  /// The one that has its characters to itself.
  static bool isString(clang::QualType T);
  /// std::map, std::unordered_map.
  static bool isMap(clang::QualType T);
  /// The type of a map's keys, numbers or strings that are compared as ever;
  /// null of any other.
  static clang::QualType keyOf(clang::QualType Map);
  /// std::vector, std::deque, std::array, std::initializer_list.
  static bool isStdList(clang::QualType T);
  /// One that can grow.
  static bool isVector(clang::QualType T);
  /// What is put into a container of these becomes no other object on the way:
  /// not `vector<vector<int>>::emplace_back(3)`.
  bool isElementOf(clang::QualType List, clang::QualType Given) const;
  bool isKeptAs(clang::QualType Part, clang::QualType Given) const;
  /// std::pair, std::tuple.
  static bool isTuple(clang::QualType T);
  /// The types of a pair's or tuple's members.
  static llvm::ArrayRef<clang::TemplateArgument> membersOf(clang::QualType T);
  /// `T[n]` and std::array: type and number of the elements; null for others.
  static std::pair<clang::QualType, std::uint64_t>
  arrayOf(clang::QualType T, const clang::ASTContext &Ctx);
  /// To one object: `T *`, a smart pointer, a library's holder of modules.
  bool isPointer(clang::QualType T) const;
  /// `T *` to a tensor, a whole number (no character) or a list.
  bool pointsToValue(clang::QualType T) const;
  /// What such a pointer points to, if that is a class; null otherwise.
  const clang::CXXRecordDecl *pointeeOf(clang::QualType T) const;
  /// A class or struct whose fields are followed: the user's own.
  bool isObject(clang::QualType T) const;
  /// A class of a library of whose objects the model says what they hold.
  bool isRecord(const clang::CXXRecordDecl &Class) const;
  /// The field in which objects of such a class hold others in a row, more and
  /// more of them; empty for classes that do not.
  std::string rowOf(const clang::CXXRecordDecl &Class) const;
  /// std::optional and its like: empty is another thing than holding nothing.
  static bool isOptional(clang::QualType T);
  /// A copy is what it is a copy of: no constructor or assignment that the user
  /// has written makes it, nor one of a part, or of an element.
  bool copiesAsIs(clang::QualType T) const;
  static bool isInteger(clang::QualType T);
  /// Of what a parameter that points to a value stands for, as well.
  Param::Kind paramKind(clang::QualType T) const;

  /// In std, also as a member, among the C++ library's own details, or a C
  /// function of the system: `printf`, `rand`.
  static bool isStandard(const clang::Decl &D);
  /// The library whose namespace `D` is in; empty if none.
  std::string libraryOf(const clang::Decl &D) const;
  /// Some class of a modelled library has a modelled method of this name.
  bool isMethodName(llvm::StringRef Name) const;
  /// The model whose parameter names are those of `D`; null if none.
  const CalleeModel *modelOf(const clang::FunctionDecl &D) const;
  /// `add_out(out, a, b)` does what `add(a, b)` does, and writes it to `out`.
  static bool writesOut(const clang::FunctionDecl &D);
  /// The same of a method as that of a class which has it from a base.
  const CalleeModel *modelOf(const clang::FunctionDecl &D,
                             const clang::CXXRecordDecl &Of) const;

  /// A destructor that the user has written runs when such an object ends.
  bool destroysWithUserCode(clang::QualType T, unsigned Depth = 0) const;
  /// Something that the standard library may call back.
  static bool isCallable(clang::QualType T);
  /// Nothing can change it once it is made: no tensor, pointer or reference is
  /// in it.
  bool staysAsMade(clang::QualType T, unsigned Depth = 0) const;
  /// A constant of namespace or class scope, or a static one, that stays so.
  bool isGlobalConstant(const clang::VarDecl &V) const;
  /// Tensors that it is given may have another shape afterwards. A library's
  /// function says so; of the user's own anything is assumed.
  bool mayReshape(const clang::FunctionDecl &D) const;
  /// What a model says that a variable of a library's stands for; null if none.
  const Value *constantOf(const clang::ValueDecl &D) const;
  /// A model says so (`reshapes`): a weight may get another shape by it.
  bool isOutside(const clang::FunctionDecl &D) const; ///< computes no tensor
  bool isReshaping(const clang::FunctionDecl &D) const;

private:
  const CalleeModel *modelNamed(const std::string &Name,
                                const clang::FunctionDecl &D) const;

  const Models &M;
};

/// `torch::Tensor::size`, without template arguments and inline namespaces.
std::string qualifiedName(const clang::NamedDecl &D);
/// The same of what `NameOf` says of each part.
std::string
qualifiedName(const clang::NamedDecl &D,
              llvm::function_ref<std::string(const clang::NamedDecl &)> NameOf);

/// The shape that a declaration was given with Shaped<T, "..."> or
/// TENSOR_SHAPE("..."), unparsed; null if none.
const clang::StringLiteral *declaredShape(const clang::ValueDecl &D);
/// The same of parameter `Index` and of the result, in whichever declaration
/// of the function it stands.
const clang::StringLiteral *declaredShape(const clang::FunctionDecl &D,
                                          unsigned Index);
const clang::StringLiteral *declaredResult(const clang::FunctionDecl &D);
/// The text of a call of expect_shape(x, "..."); null for other calls.
const clang::StringLiteral *expectedShape(const clang::CallExpr &E);

} // namespace tidy

#endif

//===- Types.cpp - What the models say of C++ types -----------------------===//
#include "frontend/Types.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Deep enough for vector<tuple<optional<Tensor>>>, and an end to recursion.
static constexpr unsigned DeepestNesting = 4;

std::string qualifiedName(
    const clang::NamedDecl &D,
    llvm::function_ref<std::string(const clang::NamedDecl &)> NameOf) {
  std::vector<std::string> Parts{NameOf(D)};
  for (const clang::DeclContext *C = D.getDeclContext(); C;
       C = C->getParent()) {
    if (C->isInlineNamespace())
      continue;
    const auto *Named = llvm::dyn_cast<clang::NamedDecl>(C);
    if (Named && !Named->getDeclName().isEmpty() &&
        !llvm::isa<clang::FunctionDecl>(C))
      Parts.push_back(NameOf(*Named));
  }
  std::string Name;
  for (const std::string &Part : llvm::reverse(Parts))
    Name += (Name.empty() ? "" : "::") + Part;
  return Name;
}

std::string qualifiedName(const clang::NamedDecl &D) {
  return qualifiedName(D, [](const clang::NamedDecl &Part) {
    return Part.getDeclName().getAsString();
  });
}

static const clang::CXXRecordDecl *recordOf(clang::QualType T) {
  return T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
}

bool TypeInfo::isTensor(clang::QualType T) const {
  const clang::CXXRecordDecl *R = recordOf(T);
  return R && M.TensorTypes.contains(qualifiedName(*R));
}

bool TypeInfo::isUndefinedFirst(clang::QualType T) const {
  const clang::CXXRecordDecl *R = recordOf(T);
  return R && M.UndefinedTypes.contains(qualifiedName(*R));
}

/// `std::span<int>`: what it is a view of may be written by it.
static bool isWritableView(const clang::CXXRecordDecl &R) {
  const auto *Of = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&R);
  return Of && R.isInStdNamespace() && R.getName() == "span" &&
         !Of->getTemplateArgs()[0].getAsType().isConstQualified();
}

bool TypeInfo::isWrapper(clang::QualType T) const {
  const clang::CXXRecordDecl *R = recordOf(T);
  return R && M.WrapperTypes.contains(qualifiedName(*R)) && !isWritableView(*R);
}

/// Of a class of the standard library; empty of others.
static llvm::StringRef standardName(clang::QualType T) {
  const clang::CXXRecordDecl *R = recordOf(T);
  return R && R->isInStdNamespace() && R->getIdentifier() ? R->getName()
                                                          : llvm::StringRef();
}

bool TypeInfo::isMap(clang::QualType T) {
  llvm::StringRef Name = standardName(T);
  return Name == "map" || Name == "unordered_map";
}

clang::QualType TypeInfo::keyOf(clang::QualType Map) {
  if (!isMap(Map))
    return {};
  auto Args = llvm::cast<clang::ClassTemplateSpecializationDecl>(recordOf(Map))
                  ->getTemplateArgs()
                  .asArray();
  clang::QualType Key = Args[0].getAsType();
  bool IsPlain = llvm::all_of(Args.drop_front(2), [](const auto &A) {
    const clang::CXXRecordDecl *By = recordOf(A.getAsType());
    return By && By->isInStdNamespace();
  });
  return IsPlain && (Key->isIntegralOrEnumerationType() || isString(Key))
             ? Key
             : clang::QualType();
}

bool TypeInfo::isStdList(clang::QualType T) {
  llvm::StringRef Name = standardName(T);
  return isVector(T) || Name == "array" || Name == "initializer_list";
}

bool TypeInfo::isVector(clang::QualType T) {
  llvm::StringRef Name = standardName(T);
  return Name == "vector" || Name == "deque";
}

bool TypeInfo::isElementOf(clang::QualType List, clang::QualType Given) const {
  const auto *Class =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
          List.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Class || Class->getTemplateArgs().size() == 0 ||
      Class->getTemplateArgs()[0].getKind() != clang::TemplateArgument::Type)
    return false;
  return isKeptAs(Class->getTemplateArgs()[0].getAsType(), Given);
}

/// Numbers in it do not wrap around where sizes are counted.
static bool keepsSizes(clang::QualType Integer) {
  using Type = clang::BuiltinType;
  const auto *T = Integer->getAs<Type>();
  return T && llvm::is_contained({Type::Int, Type::UInt, Type::Long,
                                  Type::ULong, Type::LongLong, Type::ULongLong},
                                 T->getKind());
}

bool TypeInfo::isKeptAs(clang::QualType Part, clang::QualType Given) const {
  if (Given.isNull() || !copiesAsIs(Part))
    return false;
  Given = Given.getNonReferenceType();
  return Part.getCanonicalType().getUnqualifiedType() ==
             Given.getCanonicalType().getUnqualifiedType() ||
         (isInteger(Part) && isInteger(Given) && keepsSizes(Part)) ||
         (isPointer(Part) && isPointer(Given));
}

bool TypeInfo::isTuple(clang::QualType T) {
  llvm::StringRef Name = standardName(T);
  return Name == "pair" || Name == "tuple";
}

llvm::ArrayRef<clang::TemplateArgument> TypeInfo::membersOf(clang::QualType T) {
  auto Args = llvm::cast<clang::ClassTemplateSpecializationDecl>(recordOf(T))
                  ->getTemplateArgs()
                  .asArray();
  return Args.front().getKind() == clang::TemplateArgument::Pack
             ? Args.front().getPackAsArray()
             : Args;
}

std::pair<clang::QualType, std::uint64_t>
TypeInfo::arrayOf(clang::QualType T, const clang::ASTContext &Ctx) {
  if (const auto *Array = Ctx.getAsConstantArrayType(T))
    return {Array->getElementType(), Array->getZExtSize()};
  if (!isStdList(T) || recordOf(T)->getName() != "array")
    return {};
  auto Args = llvm::cast<clang::ClassTemplateSpecializationDecl>(recordOf(T))
                  ->getTemplateArgs()
                  .asArray();
  return {Args[0].getAsType(), Args[1].getAsIntegral().getZExtValue()};
}

/// The first argument of the smart pointer that a class is, or is derived from.
static clang::QualType pointedTo(const clang::CXXRecordDecl *R,
                                 const std::set<std::string> &Pointers,
                                 unsigned Depth = 0) {
  if (!R || !R->hasDefinition() || Depth == DeepestNesting)
    return {};
  const auto *Special =
      llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(R);
  bool IsSmart = R->isInStdNamespace() && R->getIdentifier() &&
                 (R->getName() == "shared_ptr" || R->getName() == "unique_ptr");
  if (Special && (IsSmart || Pointers.contains(qualifiedName(*R))) &&
      Special->getTemplateArgs()[0].getKind() == clang::TemplateArgument::Type)
    return Special->getTemplateArgs()[0].getAsType();
  for (const clang::CXXBaseSpecifier &B : R->bases())
    if (clang::QualType T =
            pointedTo(recordOf(B.getType()), Pointers, Depth + 1);
        !T.isNull())
      return T;
  return {};
}

const clang::CXXRecordDecl *TypeInfo::pointeeOf(clang::QualType T) const {
  if (T.isNull())
    return nullptr;
  T = T.getNonReferenceType();
  clang::QualType To = T->isPointerType()
                           ? T->getPointeeType()
                           : pointedTo(recordOf(T), M.PointerTypes);
  const clang::CXXRecordDecl *Class = recordOf(To);
  return Class && Class->hasDefinition() ? Class->getDefinition() : nullptr;
}

bool TypeInfo::isRecord(const clang::CXXRecordDecl &Class) const {
  return M.Records.contains(qualifiedName(Class));
}

std::string TypeInfo::rowOf(const clang::CXXRecordDecl &Class) const {
  auto It = M.Records.find(qualifiedName(Class));
  if (It == M.Records.end() || It->second.empty())
    return "";
  llvm::StringRef Row = It->second.front();
  return Row.consume_back("...") ? Row.str() : "";
}

bool TypeInfo::isObject(clang::QualType T) const {
  const clang::CXXRecordDecl *R = recordOf(T);
  return R && R->hasDefinition() && !R->isUnion() && !R->isLambda() &&
         !isStandard(*R) && libraryOf(*R).empty() && !pointeeOf(T) &&
         !isTensor(T) && !isWrapper(T);
}

bool TypeInfo::isPointer(clang::QualType T) const {
  const clang::CXXRecordDecl *To = pointeeOf(T);
  // A library's base class may stand for what is derived from it.
  bool IsBase = To && To->isPolymorphic() && !libraryOf(*To).empty();
  return To && (IsBase || isRecord(*To) ||
                isObject(To->getASTContext().getCanonicalTagType(To)));
}

bool TypeInfo::pointsToValue(clang::QualType T) const {
  if (T.isNull() || !T->isPointerType())
    return false;
  clang::QualType To = T->getPointeeType();
  return !To.isVolatileQualified() &&
         (isTensor(To) || isStdList(To) ||
          (isInteger(To) && !To->isAnyCharacterType()));
}

/// Those that may be copied or moved to: what is deleted makes nothing.
static bool hasUserCopy(const clang::CXXRecordDecl &R) {
  auto IsWritten = [](const clang::FunctionDecl &D) {
    return D.isUserProvided() && !D.isDeleted();
  };
  return llvm::any_of(R.ctors(),
                      [&](const clang::CXXConstructorDecl *C) {
                        return C->isCopyOrMoveConstructor() && IsWritten(*C);
                      }) ||
         llvm::any_of(R.methods(), [&](const clang::CXXMethodDecl *M) {
           return (M->isCopyAssignmentOperator() ||
                   M->isMoveAssignmentOperator()) &&
                  IsWritten(*M);
         });
}

bool TypeInfo::isOptional(clang::QualType T) {
  const clang::CXXRecordDecl *R = recordOf(T);
  return R && R->getIdentifier() && R->getName() == "optional";
}

/// The types of what an object of type `T` has in it, as far as that is copied
/// with it.
static llvm::SmallVector<clang::QualType> partsOf(clang::QualType T,
                                                  const TypeInfo &Types) {
  llvm::SmallVector<clang::QualType> Parts;
  if (const clang::ArrayType *Array = T->getAsArrayTypeUnsafe()) {
    Parts.push_back(Array->getElementType());
  } else if (TypeInfo::isStdList(T) || TypeInfo::isTuple(T) ||
             TypeInfo::isMap(T) || TypeInfo::isOptional(T)) {
    for (const clang::TemplateArgument &A : TypeInfo::membersOf(T))
      if (A.getKind() == clang::TemplateArgument::Type)
        Parts.push_back(A.getAsType());
  } else if (Types.isObject(T)) {
    const clang::CXXRecordDecl *R = recordOf(T)->getDefinition();
    for (const clang::CXXBaseSpecifier &B : R->bases())
      Parts.push_back(B.getType());
    for (const clang::FieldDecl *Field : R->fields())
      Parts.push_back(Field->getType());
  }
  return Parts;
}

bool TypeInfo::copiesAsIs(clang::QualType T) const {
  llvm::DenseSet<clang::QualType> Seen;
  llvm::SmallVector<clang::QualType> Work;
  if (!T.isNull())
    Work.push_back(T.getNonReferenceType());
  while (!Work.empty()) {
    clang::QualType Next =
        Work.pop_back_val().getCanonicalType().getUnqualifiedType();
    if (!Seen.insert(Next).second)
      continue;
    if (isObject(Next) && hasUserCopy(*recordOf(Next)->getDefinition()))
      return false;
    llvm::append_range(Work, partsOf(Next, *this));
  }
  return true;
}

bool TypeInfo::staysAsMade(clang::QualType T, unsigned Depth) const {
  if (T->isArithmeticType() || T->isEnumeralType() || isText(T))
    return true;
  if (Depth == DeepestNesting)
    return false;
  if (const clang::ArrayType *Array = T->getAsArrayTypeUnsafe())
    return staysAsMade(Array->getElementType(), Depth + 1);
  const clang::CXXRecordDecl *R = recordOf(T);
  if (T->isReferenceType() || !R)
    return false;
  // The element's type, or key's and value's, or those of a pack.
  if (isStdList(T) || isTuple(T) || isMap(T)) {
    auto Args = membersOf(T);
    Args = isTuple(T) ? Args : Args.take_front(isStdList(T) ? 1 : 2);
    return llvm::all_of(Args, [&](const clang::TemplateArgument &A) {
      return staysAsMade(A.getAsType(), Depth + 1);
    });
  }
  auto FieldStays = [&](const clang::FieldDecl *F) {
    return !F->isMutable() && staysAsMade(F->getType(), Depth + 1);
  };
  return isObject(T) && llvm::all_of(R->fields(), FieldStays) &&
         llvm::all_of(R->bases(), [&](const auto &B) {
           return staysAsMade(B.getType(), Depth + 1);
         });
}

bool TypeInfo::isGlobalConstant(const clang::VarDecl &V) const {
  return V.hasGlobalStorage() && !V.getTLSKind() &&
         V.getType().isConstant(V.getASTContext()) &&
         !V.getType().isVolatileQualified() && staysAsMade(V.getType());
}

bool TypeInfo::holdsTensor(clang::QualType T, unsigned Depth) const {
  if (isTensor(T))
    return true;
  const auto *R =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
          recordOf(T));
  if (!R || Depth == DeepestNesting)
    return false;
  auto Holds = [&](const clang::TemplateArgument &A) {
    return A.getKind() == clang::TemplateArgument::Type &&
           holdsTensor(A.getAsType(), Depth + 1);
  };
  return llvm::any_of(R->getTemplateArgs().asArray(),
                      [&](const clang::TemplateArgument &A) {
                        if (A.getKind() == clang::TemplateArgument::Pack)
                          return llvm::any_of(A.pack_elements(), Holds);
                        return Holds(A);
                      });
}

bool TypeInfo::isInteger(clang::QualType T) {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType();
  return T->isIntegerType() && !T->isBooleanType();
}

Param::Kind TypeInfo::paramKind(clang::QualType T) const {
  if (pointsToValue(T))
    T = T->getPointeeType();
  if (isTensor(T))
    return Param::Kind::Tensor;
  return isInteger(T) ? Param::Kind::Int : Param::Kind::Other;
}

bool TypeInfo::destroysWithUserCode(clang::QualType T, unsigned Depth) const {
  const clang::CXXRecordDecl *Class =
      T->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition() || Class->hasTrivialDestructor() ||
      isStandard(*Class) || !libraryOf(*Class).empty())
    return false;
  const clang::CXXDestructorDecl *Destructor = Class->getDestructor();
  if (Depth == DeepestNesting || (Destructor && Destructor->isUserProvided()))
    return true;
  auto Destroys = [&](clang::QualType Part) {
    return destroysWithUserCode(Part, Depth + 1);
  };
  return llvm::any_of(Class->fields(),
                      [&](auto *F) { return Destroys(F->getType()); }) ||
         llvm::any_of(Class->bases(),
                      [&](auto &B) { return Destroys(B.getType()); });
}

bool TypeInfo::isCallable(clang::QualType T) {
  T = T.getNonReferenceType();
  if (T->isFunctionType() || T->isFunctionPointerType() ||
      T->isMemberFunctionPointerType())
    return true;
  const clang::CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition())
    return false;
  auto IsCall = [](const clang::Decl *D) {
    const clang::FunctionDecl *F = D->getAsFunction(); // templates as well
    return F && F->getOverloadedOperator() == clang::OO_Call;
  };
  return llvm::any_of(Class->decls(), IsCall) ||
         llvm::any_of(Class->bases(), [](const clang::CXXBaseSpecifier &B) {
           return isCallable(B.getType());
         });
}

} // namespace tidy

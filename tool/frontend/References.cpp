//===- References.cpp - Types that may refer to variables -----------------===//
#include "frontend/References.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace tidy {

namespace {

/// Looks for what may refer to a variable in a type and its parts; each class
/// is looked into once.
class ReferenceFinder {
public:
  explicit ReferenceFinder(const TypeInfo &Types) : Types(Types) {}

  bool find(clang::QualType T) {
    if (T->isPointerType() || T->isReferenceType())
      return true;
    const clang::CXXRecordDecl *Class = T->getAsCXXRecordDecl();
    if (!Class || Types.isTensor(T) || Types.isWrapper(T) ||
        Types.isStdList(T) || !Types.libraryOf(*Class).empty())
      return false;
    return Types.isStandard(*Class) ? inStandard(*Class) : inParts(*Class);
  }

private:
  /// A tuple refers to what its elements refer to; an iterator has a pointer.
  bool inStandard(const clang::CXXRecordDecl &Class) {
    const auto *Of =
        llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&Class);
    if (Class.getName() == "reference_wrapper" || Class.getName() == "span" ||
        !Of)
      return Of;
    return Class.getName().contains("iterator") ||
           llvm::any_of(Of->getTemplateArgs().asArray(),
                        [&](const auto &A) { return inArgument(A); });
  }

  bool inArgument(const clang::TemplateArgument &A) {
    if (A.getKind() == clang::TemplateArgument::Pack)
      return llvm::any_of(A.pack_elements(),
                          [&](const auto &Part) { return inArgument(Part); });
    return A.getKind() == clang::TemplateArgument::Type && find(A.getAsType());
  }

  bool inParts(const clang::CXXRecordDecl &Class) {
    if (!Class.hasDefinition() || Class.isLambda() || Class.isUnion() ||
        Seen.size() == Most)
      return true;
    if (!Seen.insert(Class.getCanonicalDecl()).second)
      return false;
    auto May = [&](clang::QualType T) {
      clang::QualType Element(T->getBaseElementTypeUnsafe(), 0);
      return Types.isPointer(T) || TypeInfo::isCallable(T) || find(Element);
    };
    return llvm::any_of(Class.bases(),
                        [&](const auto &B) { return May(B.getType()); }) ||
           llvm::any_of(Class.fields(),
                        [&](const auto *F) { return May(F->getType()); });
  }

  static constexpr unsigned Most = 256; // beyond these anything may be
  const TypeInfo &Types;
  llvm::SmallPtrSet<const clang::CXXRecordDecl *, 8> Seen;
};

} // namespace

bool mayRefer(clang::QualType T, const TypeInfo &Types) {
  return ReferenceFinder(Types).find(T);
}

} // namespace tidy

//===- Place.h - Which part of which variable -------------------*- C++ -*-===//
//
// Expressions that name a variable, or a part of one by fields, elements and
// what pointers lead to: `x`, `this->layers[i]`, `std::get<0>(t)`, `net->fc`.
// Found without lowering anything, so that what escapes is decided before.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FRONTEND_PLACE_H
#define TENSOR_TIDY_FRONTEND_PLACE_H

#include "frontend/Iterators.h"
#include "frontend/Pointers.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseSet.h"
#include <optional>

namespace tidy {

/// A field, or else an element, or else what a pointer leads to.
struct PlacePart {
  std::string Field;
  const clang::Expr *Index = nullptr;      ///< as the source has it
  const clang::VarDecl *Counter = nullptr; ///< that of a range-for
  std::optional<std::int64_t> At;          ///< a constant
  bool IsLast = false;
  bool FromEnd = false; ///< Index is how many there are behind it
};

struct Place {
  const clang::ValueDecl *Root = nullptr; ///< null for `this`
  std::vector<PlacePart> Parts;
};

/// Range-fors over lists, by the hidden variable that counts the elements.
using RangeMap =
    llvm::DenseMap<const clang::ValueDecl *, const clang::CXXForRangeStmt *>;

class Places {
public:
  explicit Places(const TypeInfo &Types) : Types(Types), Into(Types) {}

  /// These pointers stand for what they point to; they outlive this.
  void takePointers(const PointerSet &Leading) { Leads = &Leading; }
  bool leads(const clang::ValueDecl *Pointer) const {
    return Leads && Leads->contains(Pointer);
  }

  /// Looks for the range-fors and iterators of a body, lambdas included.
  void findRanges(llvm::ArrayRef<const clang::Stmt *> Code);
  /// Null if `V` is not the hidden counter, or end, of one.
  const clang::CXXForRangeStmt *countedBy(const clang::ValueDecl *V) const {
    return Counters.lookup(V);
  }
  const clang::CXXForRangeStmt *endedBy(const clang::ValueDecl *V) const {
    return Ends.lookup(V);
  }
  /// What such a for, or a copy of a range, calls to begin and to end.
  bool isHidden(const clang::Expr *E) const { return Hidden.contains(E); }
  bool follows(const clang::CXXForRangeStmt *S) const {
    return Counters.contains(counterOf(*S));
  }
  /// Of the hidden range of one over modules in a row (`*layers`): the field
  /// that has them; empty for any other variable.
  std::string rowOf(const clang::ValueDecl *V) const { return Rows.lookup(V); }

  const Iterators &iterators() const { return Into; }

  /// None where it names no variable, or in a way that is not followed.
  std::optional<Place> of(const clang::Expr *E) const;
  /// The same for the object that a pointer leads to, smart ones included.
  std::optional<Place> behind(const clang::Expr *Pointer) const;
  /// What a reference, or a pointer that only leads to it, is another name of,
  /// where that stays so.
  std::optional<Place> aliasedBy(const clang::VarDecl &V) const;

private:
  void hide(const clang::Expr *E);
  static const clang::VarDecl *counterOf(const clang::CXXForRangeStmt &S);
  std::optional<Place> ofReference(const clang::DeclRefExpr *E) const;
  std::optional<Place> ofMember(const clang::MemberExpr *E) const;
  std::optional<Place> ofCall(const clang::CallExpr *E) const;
  std::optional<Place> ofElement(const clang::CallExpr *E) const;
  std::optional<Place> ofModule(const clang::CallExpr *E) const;
  std::optional<Place> within(const clang::Expr *Whole, PlacePart Part) const;
  bool isShifted(const Place &P) const;
  std::optional<Place> elementAt(const clang::Expr *List,
                                 const clang::Expr *Index) const;

  const TypeInfo &Types;
  const PointerSet *Leads = nullptr;
  Iterators Into;
  RangeMap Counters, Ends;
  llvm::DenseMap<const clang::ValueDecl *, std::string> Rows;
  llvm::DenseSet<const clang::Expr *> Hidden;
  /// Whose elements are to be found elsewhere behind some call.
  std::vector<const clang::Expr *> Shifted;
};

/// 1 for `std::get<1>(t)`; nothing for any other call.
std::optional<unsigned> tupleIndex(const clang::CallExpr *E);

/// What a field is called in an object, behind its class: two bases may have
/// fields of one name.
std::string fieldName(const clang::FieldDecl &D);

} // namespace tidy

#endif

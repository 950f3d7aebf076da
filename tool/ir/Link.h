//===- Link.h - Several Programs as one -------------------------*- C++ -*-===//
//
// The Programs of several translation units joined by USR, as a linker joins
// their object files: a function that is called in one and defined in another
// is followed like any other. Where it is not certain which body is meant, the
// call stays unknown.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_IR_LINK_H
#define TENSOR_TIDY_IR_LINK_H

#include "ir/Program.h"
#include <functional>
#include <map>

namespace tidy {

struct Linked {
  Program Code;
  /// By unit and by its function: which one of `Code` that is.
  std::vector<std::vector<FunctionId>> Of;
};

/// Adds one unit after the other.
///
/// - Two files with the same name and text are one. `Name` tells by which
///   name a path goes, so that different paths may lead to one file.
/// - A function that several units have (of a header) is there once, if it has
///   the same place and body in all and calls the same functions; else once for
///   each unit. Its numbers of instructions are those of the units.
/// - A call means the function of its own unit. An OutsideCall becomes a Call
///   where just one function of other units can be meant: it has that USR, is
///   not Internal, and is declared by the same header. Where call or function
///   are declared by none, no other may have the USR: a run may have two
///   programs, each with a `Net::forward`.
/// - USRs that more than one function has get the unit's number behind them, as
///   do those of Internal functions.
class Linker {
public:
  using NameOf = std::function<std::string(llvm::StringRef)>;
  explicit Linker(NameOf Name = [](llvm::StringRef P) { return P.str(); })
      : Name(std::move(Name)) {}

  void add(Program Unit);
  /// Instructions so far, those of shared functions once.
  std::size_t size() const { return Size; }
  /// All that was added, in that order; the Linker is empty afterwards.
  Linked finish();

private:
  using BodyId = unsigned;
  /// A function by what it says: the same in all units that have it.
  struct Body {
    Function F;
    std::vector<unsigned> Units; ///< ascending
    bool IsSplit = false;        ///< it is there once for each unit
    FunctionId Placed = NoId;    ///< the last
  };

  unsigned fileOf(SourceFile File);
  BodyId bodyOf(Function F);
  llvm::ArrayRef<BodyId> named(llvm::StringRef Usr) const;
  BodyId inUnit(llvm::StringRef Usr, unsigned Unit) const;
  BodyId outside(const Function &Caller, const OutsideCall &Call,
                 unsigned Unit) const;
  std::map<InstrId, BodyId> callees(const Function &F, unsigned Unit) const;
  bool mayDiffer(const Function &F) const;
  void split();
  std::string usrIn(BodyId Of, unsigned Unit) const;
  void connect(Function &F, unsigned Unit) const;
  void renameCallables(Function &F, unsigned Unit) const;

  NameOf Name;
  std::vector<SourceFile> Files;
  std::map<std::string, std::vector<unsigned>> FilesByName;
  std::vector<Body> Bodies;
  std::map<std::string, std::vector<BodyId>, std::less<>> ByUsr;
  std::vector<std::vector<BodyId>> Units;
  std::size_t Size = 0;
};

/// The USR that a function of a linked Program had in its unit.
llvm::StringRef usrInUnit(llvm::StringRef Usr);

} // namespace tidy

#endif

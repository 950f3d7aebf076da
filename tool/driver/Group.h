//===- Group.h - Files that are checked as one program ----------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_GROUP_H
#define TENSOR_TIDY_DRIVER_GROUP_H

#include "driver/Guard.h"
#include "driver/Unit.h"
#include "ir/Link.h"

namespace tidy {

/// A program that was checked, and the files' own that it was linked from.
struct CheckedGroup {
  Unit All;
  std::vector<Program> Units; ///< empty unless they were to be kept
  /// By unit and function of the unit, which one it is in `All`.
  std::vector<std::vector<FunctionId>> Of;
};

/// What is known of the functions of one unit: Values and Parameters alone.
Analysis shapesOf(const Analysis &All, llvm::ArrayRef<FunctionId> Of);

/// Gathers files, then checks them as one program. Where that crashes they are
/// checked one by one, so that one of them is to blame and the rest is not
/// lost.
class Group {
public:
  /// Of more instructions two programs are made. Each takes about 400 bytes,
  /// what is inferred of it included.
  static constexpr std::size_t Most = std::size_t(1) << 21;

  /// The work, any of which may crash.
  struct Steps {
    std::function<Unit(Program)> Check;
    /// Reads a file that was read before once more.
    std::function<llvm::Expected<std::vector<Program>>(llvm::StringRef)> Read;
  };
  struct Result {
    std::vector<CheckedGroup> Checked;
    /// Files that could not be checked, and why.
    std::vector<std::pair<std::string, std::string>> Failed;
    /// Why the files were checked one by one; empty if they were not.
    std::string Apart;
  };

  Group(const Guard &Safe, Steps Work, bool KeepUnits);

  void add(std::string Path, std::vector<Program> Programs);
  bool isFull() const { return Together->size() >= Most; }
  /// Of all that was added; the Group is empty afterwards.
  Result check();

private:
  llvm::Error checkInto(Result &Out);
  void checkAlone(llvm::StringRef Path, Result &Out);

  const Guard &Safe;
  Steps Work;
  bool KeepUnits;
  std::unique_ptr<Linker> Together;
  std::vector<std::string> Paths;
  std::vector<Program> Units;
};

} // namespace tidy

#endif

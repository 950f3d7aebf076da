//===- Value.h - What an expression may be worth ----------------*- C++ -*-===//
//
// The abstract values that signatures bind and that flow carries around.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SHAPE_VALUE_H
#define TENSOR_TIDY_SHAPE_VALUE_H

#include "shape/Made.h"
#include "shape/Shape.h"
#include <memory>
#include <variant>

namespace tidy {

struct Value;
/// Whether an op that something would come of fails: for some sizes that names
/// stand for (or against what was declared), or always, so that it is never
/// come to.
enum class Failing : std::uint8_t { Not, Sometimes, Always };
/// Nothing is known, not even the kind.
struct UnknownValue {
  /// What comes of it fails as well, so that one cause gives one finding.
  Failing How = Failing::Not;

  friend bool operator==(UnknownValue, UnknownValue) = default;
};
/// nullopt, nullptr, an argument left out.
struct NoneValue {
  friend bool operator==(NoneValue, NoneValue) { return true; }
};
/// A number that is no integer, or whose value does not matter for shapes.
struct NumberValue {
  friend bool operator==(NumberValue, NumberValue) { return true; }
};
/// A string that is known. One of more than `Longest` characters is unknown.
struct TextValue {
  static constexpr std::size_t Longest = 256;
  std::string Text;
};
struct TensorValue {
  Shape Sizes = Shape::unknown();
  Made Handle;            ///< the op that made this handle; copies share it
  Made Origin;            ///< the op that made this shape
  bool MayBeNone = false; ///< on some way here there is none yet
};
/// Initialiser lists, vectors of ints or tensors, tuples of results.
struct ListValue {
  std::vector<Value> Elements;
};
/// A list of which it is not known how long it is: what all elements are.
struct ManyValue {
  std::shared_ptr<const Value> Each;
};

struct Field;
/// An object. Copies share their fields until one is changed.
class RecordValue {
public:
  /// Null where nothing is known of it.
  const Value *find(llvm::StringRef Name) const;
  void set(llvm::StringRef Name, const Value &V);
  llvm::ArrayRef<Field> fields() const;
  void setFields(std::vector<Field> Sorted);
  void forget() { Known = nullptr; }
  /// The very same fields, not only equal ones.
  bool sharesFields(const RecordValue &Other) const {
    return Known == Other.Known;
  }

  /// Qualified; of the object, not of who looks at it. In parentheses what a
  /// call of it runs, which has no name.
  std::string Class;
  Made Handle; ///< what made it, where several names may have the one object
  Made Origin; ///< of a library's: the instruction that made it
  /// What is not among the fields was not given: none.
  bool IsClosed = false;

private:
  std::shared_ptr<const std::vector<Field>> Known; // by name
};

/// How deep lists are in lists, and how many values there are in all.
struct Extent {
  unsigned Depth = 0;
  std::size_t Size = 1;
};

struct Value
    : std::variant<UnknownValue, NoneValue, NumberValue, Answer /*bool*/, Dim,
                   TextValue, TensorValue, ListValue, ManyValue, RecordValue> {
  using variant::variant;

  template <class T> const T *as() const { return std::get_if<T>(this); }
  template <class T> T *as() { return std::get_if<T>(this); }
  bool isUnknown() const { return as<UnknownValue>(); }
  Failing failing() const;
  /// The most that it is itself, or an element of a list.
  Failing failingInside() const;
  bool isFailed() const { return failing() != Failing::Not; }
  bool isNone() const { return as<NoneValue>(); }
  bool mayBeNone() const; ///< a tensor that is none on some way here
  Value given() const;    ///< the same, once it is used as a tensor

  Value normalised(const Facts &F) const;
  /// With every size and number in it replaced.
  Value mapDims(llvm::function_ref<Dim(const Dim &)> Map) const;
  /// Calls `Visit` for every tensor in it, lists included, in order.
  void forEachTensor(llvm::function_ref<void(TensorValue &)> Visit);
  void forEachTensor(llvm::function_ref<void(const TensorValue &)> Visit) const;
  /// Calls `Visit` with the handle of every tensor and of every object that
  /// has one, and whether something is known of it (a size, a field).
  void forEachHandle(llvm::function_ref<void(const Made &, bool)> Visit) const;
  /// With `Map` applied to the parts of a list or an object, if it has any.
  Value mapParts(llvm::function_ref<Value(const Value &)> Map) const;
  /// With every tensor and every object's known handle changed so.
  Value mapHandles(llvm::function_ref<void(TensorValue &)> MapTensor,
                   llvm::function_ref<void(Made &)> MapObject) const;
  /// Tensors with this handle have any shape, objects with it any fields.
  Value forgetting(const Made &Handle) const;
  Extent extent() const;
  /// `[1, 3]`, `4`, `true`, `"mean"`, `(1, 3)` for a list, `(1, ...)` for one
  /// of unknown length, `{n: 4}` for an object, `?` for unknown.
  std::string str() const;
};

/// What is certain of a value that is `A` on one path and `B` on another:
/// equal parts are kept, tensors keep the sizes they agree on (those of two
/// ranks the last ones) and may be none where one side is, lists of one length
/// are joined by element, two different sizes are some size (Dim::unknown),
/// lists of two lengths are one of some length, objects keep the fields that
/// both have, all else, two texts too, is unknown. Handle and Origin are kept
/// if equal in both. What always fails adds nothing: nobody comes here by that
/// path.
Value join(const Value &A, const Value &B);
/// What any element of the list is; unknown of what is no list.
Value anyElement(const Value &List);
/// Same in every part (an unknown part equals an unknown part): used to see
/// that a fixpoint is reached.
bool same(const Value &A, const Value &B);
inline bool operator==(const Value &A, const Value &B) { return same(A, B); }

struct Field {
  std::string Name;
  Value Is;
};

} // namespace tidy

#endif

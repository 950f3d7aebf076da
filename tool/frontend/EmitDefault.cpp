//===- EmitDefault.cpp - What nobody gave a value -------------------------===//
#include "frontend/Emitter.h"

namespace tidy {

/// Longer arrays are not followed by element.
static constexpr std::uint64_t LongestArray = 64;

InstrId Emitter::defaultOf(clang::QualType T, bool IsZeroed,
                           const clang::Expr *E) {
  if (TypeInfo::isInteger(T))
    return IsZeroed ? emitConst(Dim(0), E) : emitUnknown("uninitialised", E);
  if (T->isRecordType() && U.Types.isText(T))
    return emitConst(TextValue(), E);
  if (U.Types.isWrapper(T) || U.Types.isUndefinedFirst(T))
    return emitConst(NoneValue(), E);
  if (TypeInfo::isVector(T))
    return emitConst(ListValue(), E);
  if (TypeInfo::isMap(T))
    return record("map", {}, E);
  if (TypeInfo::isTuple(T))
    return defaultTuple(T, E);
  if (T->isConstantArrayType() || TypeInfo::isStdList(T))
    return filledArray(T, emitConst(ListValue(), nullptr), IsZeroed, E);
  return NoId;
}

/// Its members are zeroed.
InstrId Emitter::defaultTuple(clang::QualType T, const clang::Expr *E) {
  std::vector<InstrId> Members;
  for (const clang::TemplateArgument &Member : TypeInfo::membersOf(T))
    if (U.Types.isObject(Member.getAsType()))
      return NoId;
    else
      Members.push_back(emitDefault(Member.getAsType()));
  return emit(InstrKind::List, "", Members, E);
}

InstrId Emitter::emitDefault(clang::QualType Element) {
  InstrId V = defaultOf(Element, true, nullptr);
  return V == NoId ? emitUnknown("element", nullptr) : V;
}

InstrId Emitter::filledArray(clang::QualType T, InstrId First, bool IsZeroed,
                             const clang::Expr *E) {
  auto [Element, Size] = TypeInfo::arrayOf(T, U.Ctx);
  if (Element.isNull() || Size > LongestArray)
    return emitUnknown("array", E);
  InstrId Rest = defaultOf(Element, IsZeroed, nullptr);
  if (Rest == NoId)
    Rest = emitUnknown("element", nullptr);
  return emit(InstrKind::Resize, "",
              {First, emitConst(Dim(Size), nullptr), Rest}, E);
}

} // namespace tidy

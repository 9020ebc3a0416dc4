#include "core/uor/lab/operations.hpp"

namespace uor::lab {

namespace {

/// What the prefixes of an instruction say; see "Instruction format" in the processor manuals.
struct Prefix {
  unsigned map = 0;     // 1: 0F, 2: 0F 38
  unsigned kind = 0;    // 0: packed single, 1: packed double, 2: scalar single, 3: scalar double
  unsigned bytes = 16;  // of the vector
  bool wide = false;    // W: of fused operations, doubles
  const std::uint8_t* opcode = nullptr;
};

/// VEX and EVEX write the old prefixes 66, F3 and F2 as 1, 2 and 3.
Prefix vex_short(const std::uint8_t* code) {
  return {1, code[1] & 3u, (code[1] & 4u) != 0 ? 32u : 16u, false, code + 2};
}

Prefix vex_long(const std::uint8_t* code) {
  return {code[1] & 31u, code[2] & 3u, (code[2] & 4u) != 0 ? 32u : 16u, (code[2] & 128u) != 0, code + 3};
}

Prefix evex(const std::uint8_t* code) {
  const unsigned length = (code[3] >> 5) & 3u;
  const bool rounds = (code[3] & 16u) != 0 && (code[5] >> 6) == 3u;  // then the length bits hold the rounding
  return {code[1] & 7u, code[2] & 3u, rounds ? 64u : 16u << length, (code[2] & 128u) != 0, code + 4};
}

Prefix legacy(const std::uint8_t* code) {
  Prefix prefix;
  for (;; ++code) {
    if (*code == 0x66)
      prefix.kind = prefix.kind == 0 ? 1 : prefix.kind;
    else if (*code == 0xF3)
      prefix.kind = 2;
    else if (*code == 0xF2)
      prefix.kind = 3;
    else
      break;
  }
  if ((*code & 0xF0u) == 0x40u) ++code;  // REX
  if (*code != 0x0F) return prefix;
  prefix.map = 1;
  prefix.opcode = code + 1;
  return prefix;
}

Prefix prefix_of(const std::uint8_t* code) {
  if (*code == 0xC5) return vex_short(code);
  if (*code == 0xC4) return vex_long(code);
  if (*code == 0x62) return evex(code);
  return legacy(code);
}

bool is_basic(std::uint8_t opcode) {
  return opcode == 0x51 || opcode == 0x58 || opcode == 0x59 || (opcode >= 0x5C && opcode <= 0x5F);
}

/// 132, 213 and 231 forms: 96..9F, A6..AF, B6..BF; from x8 on, the odd ones are scalar.
bool is_fused(std::uint8_t opcode) { return opcode >= 0x96 && opcode <= 0xBF && (opcode & 15u) >= 6u; }

}  // namespace

Arithmetic arithmetic_of(const std::uint8_t* code) {
  const Prefix prefix = prefix_of(code);
  if (prefix.map == 1 && is_basic(*prefix.opcode)) {
    if (prefix.kind >= 2) return {1, false};
    return {prefix.bytes / (prefix.kind == 1 ? 8u : 4u), true};
  }
  if (prefix.map == 2 && prefix.kind == 1 && is_fused(*prefix.opcode)) {
    const bool scalar = (*prefix.opcode & 15u) >= 8u && (*prefix.opcode & 1u) != 0;
    return scalar ? Arithmetic{2, false} : Arithmetic{2 * prefix.bytes / (prefix.wide ? 8u : 4u), true};
  }
  return {};
}

}  // namespace uor::lab

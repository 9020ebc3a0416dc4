// How much one input file may hold: far more than any real one, and little enough that reading it takes seconds and
// far less than 1 GB. One place for these numbers, so that the same file is refused alike wherever it is read.
#pragma once

#include <cstddef>
#include <cstdint>

namespace uor::limits {

/// TOML takes some 60 times its size in memory at worst; the largest file that ships has 30 KB.
inline constexpr std::size_t toml_bytes = 2 << 20;
/// Tables in tables, lists in lists and the parts of a dotted key: the deepest that is read has six. Its reader and
/// those of other programs go down by recursion.
inline constexpr int toml_depth = 32;
/// A CSV of every trust with every field has some 200 KB; cells take some 60 times their size at worst.
inline constexpr std::size_t csv_bytes = 8 << 20;
inline constexpr std::size_t csv_header_bytes = 64 << 10;  // each trust keeps a copy of it
inline constexpr std::size_t csv_trusts = 2000;            // there are some 250 in England
inline constexpr std::size_t csv_columns = 2000;           // there are some 200 fields

/// Elements of an XML part within elements; a sheet has seven.
inline constexpr int xml_depth = 64;
/// Tags and attributes of an XML part, each up to 64 bytes when it is read. A workbook of `uor init` has some 20,000.
inline constexpr std::size_t xml_marks = 4'000'000;
inline constexpr std::size_t workbook_sheets = 500;
inline constexpr std::size_t sheet_text_bytes = 32 << 20;  // of all cells of one sheet: they may share one long text
inline constexpr std::size_t cell_characters = 32767;      // as Excel has it
inline constexpr std::size_t table_rows = 10'000;  // filled rows of one of uor's sheets; the longest has some 300
inline constexpr std::size_t merged_ranges = 500;  // ours have two
inline constexpr std::size_t cells_named =
    50;  // wrong cells in one answer; further ones are found when these are right

/// Sides beside the baseline, and what may change on one of them and on all together. Reading compares entries of a
/// side pair by pair.
inline constexpr std::size_t levels = 1000;
inline constexpr std::size_t entries = 1000;
inline constexpr std::size_t entries_in_all = 50'000;
inline constexpr std::size_t trusts = 1000;
inline constexpr std::size_t correlated = 200;  // drivers of one group: its matrix has their square
inline constexpr std::uint64_t trials = 1'000'000'000;

/// Numbers of a distribution: beyond any quantity of the model, and small enough that sums and products stay finite.
inline constexpr double distribution_number = 1e15;
inline constexpr double lognormal_sigma = 20;  // e^20 is 5e8 times the median, at one standard deviation
inline constexpr double change = 1e15;         // what `add` and `multiply` may hold

}  // namespace uor::limits

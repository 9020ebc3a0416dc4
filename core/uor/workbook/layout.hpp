// What the sheets of a trust workbook are called, and the headings of their columns: the template writes them, the
// reader looks for them. Rows are found by their key and columns by their heading, so both may be moved.
#pragma once

#include <array>

namespace uor::workbook::layout {

inline constexpr int version = 1;  // in the row "schema" of the sheet Trust

inline constexpr const char* guide_sheet = "How to use";
inline constexpr const char* trust_sheet = "Trust";
inline constexpr const char* metrics_sheet = "Metrics";
inline constexpr const char* schemes_sheet = "Savings schemes";
inline constexpr const char* evidence_sheet = "Evidence";
inline constexpr const char* question_sheet = "Question";
inline constexpr const char* levers_sheet = "Levers";
inline constexpr std::array sheets = {guide_sheet,    trust_sheet,    metrics_sheet, schemes_sheet,
                                      evidence_sheet, question_sheet, levers_sheet};

inline constexpr const char* key = "Key";
inline constexpr const char* value = "Value";
inline constexpr const char* rounding = "Rounded to ±";
inline constexpr const char* year_ago = "A year before";
inline constexpr const char* month = "Month of the value";
inline constexpr const char* source = "Source";
inline constexpr const char* basis = "Basis";
inline constexpr const char* judgement = "Judgement";

inline constexpr const char* scheme_name = "Scheme";
inline constexpr const char* category = "Category";
inline constexpr const char* plan = "Plan";
inline constexpr const char* start = "Starts in";
inline constexpr const char* recurrent = "Recurrent";
inline constexpr const char* delivery_low = "Delivery, lowest";
inline constexpr const char* delivery = "Delivery, likeliest";
inline constexpr const char* delivery_high = "Delivery, highest";
inline constexpr const char* delay = "Delay";
inline constexpr const char* delivered_to_date = "Delivered to date";
inline constexpr const char* scheme_lever = "Lever";
inline constexpr const char* how = "How";
inline constexpr const char* change = "Change";

inline constexpr const char* lowest = "Lowest";
inline constexpr const char* highest = "Highest";
inline constexpr const char* from_month = "From month";
inline constexpr const char* to_month = "To month";
inline constexpr const char* level = "Level";
inline constexpr const char* for_trusts = "For trusts";
inline constexpr const char* for_type = "For type";

}  // namespace uor::workbook::layout

// Native charts.
#include <fmt/format.h>
#include <xlsxwriter.h>

#include "core/uor/base/error.hpp"
#include "core/uor/workbook/book_writer.hpp"
#include "core/uor/workbook/written_text.hpp"

namespace uor::workbook {

namespace {

std::uint8_t type_of(Chart::Kind kind) {
  switch (kind) {
    case Chart::Kind::columns:
      return LXW_CHART_COLUMN;
    case Chart::Kind::stacked_bars:
      return LXW_CHART_BAR_STACKED_PERCENT;
    case Chart::Kind::lines:
      return LXW_CHART_LINE;
  }
  return LXW_CHART_NONE;
}

void add_series(lxw_chart* chart, const Chart& about, const Series& series) {
  const std::string categories = "=" + absolute(series.sheet, series.categories);
  const std::string values = "=" + absolute(series.sheet, series.values);
  lxw_chart_series* added = chart_add_series(chart, categories.c_str(), values.c_str());
  if (added == nullptr) throw Error(fmt::format("cannot draw the chart '{}' (no memory)", about.title), Fault::run);
  chart_series_set_name(added, title_text(series.name).c_str());
  if (about.kind == Chart::Kind::lines) {
    lxw_chart_line line{};
    line.color = series.colour;
    line.width = 2.25;
    line.dash_type = series.dashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
    return chart_series_set_line(added, &line);
  }
  lxw_chart_fill fill{};
  fill.color = series.colour;
  chart_series_set_fill(added, &fill);
}

void name_axis(lxw_chart_axis* axis, const std::string& title) {
  if (!title.empty()) chart_axis_set_name(axis, title_text(title).c_str());
}

}  // namespace

lxw_chart* BookWriter::new_chart(int type) { return workbook_add_chart(book_, static_cast<std::uint8_t>(type)); }

void SheetWriter::chart(const Position& at, const Chart& about) {
  constexpr double default_width = 480, default_height = 288;
  lxw_chart* chart = book_.new_chart(type_of(about.kind));
  for (const Series& series : about.series) add_series(chart, about, series);
  chart_title_set_name(chart, title_text(about.title).c_str());
  lxw_chart_font font{};
  font.size = 12;
  font.bold = LXW_TRUE;
  chart_title_set_name_font(chart, &font);
  name_axis(chart->x_axis, about.across);
  name_axis(chart->y_axis, about.up);
  // Of bars the library calls the upright axis y too, and its values run across.
  const bool bars = about.kind == Chart::Kind::stacked_bars;
  lxw_chart_axis* values = bars ? chart->x_axis : chart->y_axis;
  if (!about.number_format.empty()) chart_axis_set_num_format(values, about.number_format.c_str());
  // Months below zero stay readable at the foot of the chart.
  if (!bars) chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  if (bars) chart_axis_set_reverse(chart->y_axis);  // the first on top
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  lxw_chart_options options{};
  options.x_scale = about.width_pixels / default_width;
  options.y_scale = about.height_pixels / default_height;
  check(worksheet_insert_chart_opt(sheet_, static_cast<lxw_row_t>(at.row - 1), static_cast<lxw_col_t>(at.column - 1),
                                   chart, &options),
        at);
}

}  // namespace uor::workbook

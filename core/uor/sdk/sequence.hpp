// The preprocessor part of the node language. UOR_READ and its kin expand to a tuple; a node's list of them is a
// sequence of tuples `(tag, ...)(tag, ...)`, and the macros below expand such a sequence three times, each time to
// other text: the rows of the declared tables, the pointers before the loop, and the named doubles inside it. Two
// macros that call each other in turn walk a sequence of any length.
#pragma once

#define UOR_SEQ_OPEN_(...) __VA_ARGS__
#define UOR_SEQ_PASTE_(...) __VA_ARGS__##_END
#define UOR_SEQ_WALK_(...) UOR_SEQ_PASTE_(__VA_ARGS__)
#define UOR_SEQ_END_(...) UOR_SEQ_WALK_(__VA_ARGS__)

/// Rows of uor_input, or of output ids.
#define UOR_ROWS_(list) UOR_SEQ_END_(UOR_ROWS_A_ UOR_SEQ_OPEN_ list)
#define UOR_ROWS_A_(tag, ...) UOR_ROW_##tag(__VA_ARGS__) UOR_ROWS_B_
#define UOR_ROWS_B_(tag, ...) UOR_ROW_##tag(__VA_ARGS__) UOR_ROWS_A_
#define UOR_ROWS_A__END
#define UOR_ROWS_B__END
#define UOR_ROW_READ(name, id, unit, lag, window) {id, unit, lag, window},
#define UOR_ROW_PARAMETER(name, id)
#define UOR_ROW_WRITE(name, id) id,

/// Column pointers and parameters, before the loop.
#define UOR_COLUMNS_(list) UOR_SEQ_END_(UOR_COLUMNS_A_ UOR_SEQ_OPEN_ list)
#define UOR_COLUMNS_A_(tag, ...) UOR_COLUMN_##tag(__VA_ARGS__) UOR_COLUMNS_B_
#define UOR_COLUMNS_B_(tag, ...) UOR_COLUMN_##tag(__VA_ARGS__) UOR_COLUMNS_A_
#define UOR_COLUMNS_A__END
#define UOR_COLUMNS_B__END
#define UOR_COLUMN_READ(name, id, unit, lag, window) \
  const double* __restrict uor_in_##name = ::uor::sdk::detail::aligned(*uor_inputs++);
#define UOR_COLUMN_PARAMETER(name, id)                                                            \
  constexpr std::size_t uor_index_##name = ::uor::sdk::detail::index_of_parameter(uor_table, id); \
  const double name = uor_batch_.parameters[uor_index_##name];
#define UOR_COLUMN_WRITE(name, id) double* __restrict uor_out_##name = ::uor::sdk::detail::aligned(*uor_outputs++);

/// Named doubles at the start of the loop's body.
#define UOR_NAMES_(list) UOR_SEQ_END_(UOR_NAMES_A_ UOR_SEQ_OPEN_ list)
#define UOR_NAMES_A_(tag, ...) UOR_NAME_##tag(__VA_ARGS__) UOR_NAMES_B_
#define UOR_NAMES_B_(tag, ...) UOR_NAME_##tag(__VA_ARGS__) UOR_NAMES_A_
#define UOR_NAMES_A__END
#define UOR_NAMES_B__END
#define UOR_NAME_READ(name, id, unit, lag, window) const double name = uor_in_##name[uor_trial];
#define UOR_NAME_PARAMETER(name, id)
#define UOR_NAME_WRITE(name, id) double name = ::uor::sdk::not_given;

/// Stores at the end of the loop's body.
#define UOR_STORES_(list) UOR_SEQ_END_(UOR_STORES_A_ UOR_SEQ_OPEN_ list)
#define UOR_STORES_A_(tag, ...) UOR_STORE_##tag(__VA_ARGS__) UOR_STORES_B_
#define UOR_STORES_B_(tag, ...) UOR_STORE_##tag(__VA_ARGS__) UOR_STORES_A_
#define UOR_STORES_A__END
#define UOR_STORES_B__END
#define UOR_STORE_WRITE(name, id) uor_out_##name[uor_trial] = name;

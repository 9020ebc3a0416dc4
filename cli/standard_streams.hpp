// Standard output and error that nothing can break: closed, full, or with a reader who went away; and what is printed
// there is shown, never obeyed (shown_text.hpp).
#pragma once

namespace uor::cli {

/// From now on writing to stdout and stderr never fails where it is done: what cannot be written is dropped, and of
/// standard output the first reason is kept. A stream that was closed stays so, and its number is given to no file.
/// SIGPIPE and SIGXFSZ are ignored: a write then fails with a reason, which is told.
void make_streams_sturdy();

/// Flushes standard output; 0, or the errno of the first write to it that failed.
int standard_output_problem();

}  // namespace uor::cli

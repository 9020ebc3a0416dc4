#include "core/uor/report/page/page_mark.hpp"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_file.hpp"

namespace uor::report::page {
namespace {

std::string page_of(const std::string& version) {
  return "<meta name=\"generator\" content=\"" + unmarked_generator(version) + "\">\n<p>odds</p>\n";
}

TEST(PageMark, IsKnownAgainUntilAnythingChanges) {
  const std::string page = marked(page_of("1.0.0"));
  EXPECT_TRUE(is_page_as_written(test::TemporaryFile(page, ".html").path()));
  EXPECT_FALSE(is_page_as_written(test::TemporaryFile(page + " ", ".html").path()));
  EXPECT_FALSE(is_page_as_written(test::TemporaryFile("x" + page, ".html").path()));
}

TEST(PageMark, OfAPageWithoutAPlaceForItLeavesThePageAsItIs) {
  for (const std::string& page :
       {std::string(), std::string("<p>odds</p>"), page_of(std::string(60000, '1')), page_of("1.0.0").substr(0, 60)})
    EXPECT_EQ(marked(page), page);
}

}  // namespace
}  // namespace uor::report::page

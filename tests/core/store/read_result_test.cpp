#include "core/uor/store/read_result.hpp"

#include <fstream>

#include "tests/core/store/written_result.hpp"

namespace uor::store {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using ReadResult = WrittenResult;

TEST_F(ReadResult, ARunWithoutLimitersNotesOrKeptTrialsComesBackToo) {
  model::Header header = made_up_header();
  header.keep = {};
  header.limiters.clear();
  header.characteristics.clear();
  header.notes.clear();
  header.drivers.clear();
  header.driver_monthly.clear();
  header.quantities.clear();
  write(header);
  const Result result = read_result(path_);
  EXPECT_TRUE(result.header.limiters.empty());
  EXPECT_TRUE(result.header.notes.empty());
  EXPECT_FALSE(result.header.keep.metrics);
  EXPECT_EQ(result.summaries[1].sides[1].rating, made_up_summary(header, 1).sides[1].rating);
}

TEST_F(ReadResult, AMissingFileIsRefused) { expect_refused("cannot be read (No such file or directory)"); }

TEST_F(ReadResult, AFolderIsRefused) {
  EXPECT_THAT([] { read_result(testing::TempDir()); }, ThrowsMessage<Error>(HasSubstr("is a folder")));
}

TEST_F(ReadResult, AnEmptyFileIsRefused) {
  std::ofstream{path_};
  expect_refused("is empty");
}

TEST_F(ReadResult, ATextFileIsRefused) {
  std::ofstream(path_) << "schema = 1\nname = \"a scenario\"\n";
  expect_refused("is not a result file (it is not HDF5), name a file that 'uor run' wrote");
}

TEST_F(ReadResult, AForeignHdf5FileIsRefused) {
  { H5::H5File(path_, H5F_ACC_TRUNC).createGroup("someone"); }
  expect_refused("is HDF5 but not a result file (it has no attribute format = 'uor-result')");
}

TEST_F(ReadResult, AFileCutShortIsRefusedWhereverItEnds) {
  write(made_up_header());
  constexpr std::uintmax_t seal_bytes = 108;
  const std::uintmax_t size = std::filesystem::file_size(path_) - seal_bytes;
  for (const std::uintmax_t left : {size - 1, size / 2, std::uintmax_t{512}, std::uintmax_t{40}}) {
    std::filesystem::resize_file(path_, left);
    expect_refused("is cut short or damaged (");
  }
}

TEST_F(ReadResult, AnUnfinishedFileIsRefused) {
  write(made_up_header());
  { reopen().openGroup("/").removeAttr("complete"); }
  expect_refused("was never finished (it has no attribute 'complete')");
}

TEST_F(ReadResult, ANewerFormatIsRefusedNamingWhatReadsIt) {
  write(made_up_header());
  {
    const int newer = 2;
    const H5::H5File file = reopen();
    file.openGroup("/").openAttribute("format_version").write(H5::PredType::NATIVE_INT, &newer);
  }
  expect_refused("is of format version 2 (this program reads up to 1), read it with uor 1.0.0 or newer");
}

TEST_F(ReadResult, AFileWithoutOneOfItsArraysIsDamaged) {
  write(made_up_header());
  { reopen().unlink("rating_count"); }
  expect_refused("is damaged (");
}

TEST_F(ReadResult, AnArrayOfAnotherSizeIsDamage) {
  write(made_up_header());
  {
    const H5::H5File file = reopen();
    file.unlink("rating_count");
    const hsize_t one = 1;
    file.createDataSet("rating_count", H5::PredType::STD_U64LE, H5::DataSpace(1, &one));
  }
  expect_refused("'rating_count' has another size than its axes");
}

}  // namespace
}  // namespace uor::store

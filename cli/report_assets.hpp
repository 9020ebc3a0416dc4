// The script and styles of the report page, where `npm run build` in web/ or an installation put them.
#pragma once

#include <filesystem>

#include "core/uor/report/page/page.hpp"

namespace uor::cli {

/// web/dist under `home`; empty texts when it was not built.
report::page::Assets report_assets(const std::filesystem::path& home);

}  // namespace uor::cli

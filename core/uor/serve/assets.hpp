// The files of the page: the only ones that the server gives out.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/uor/serve/message.hpp"

namespace uor::serve {

/// By target: "/", "/live.js", "/live.css".
using Assets = std::map<std::string, Response>;

/// From web/dist under `home`, read once; a page that says what is missing where it was not built.
Assets page_assets(const std::filesystem::path& home);

}  // namespace uor::serve

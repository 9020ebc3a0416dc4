# What `cmake --install` lays down. The program looks for plugins in ../lib/uor/plugins and for files in ../share/uor beside
# its folder, so the tree can be moved as a whole; library folders of the distribution's own (lib/<triplet>) are not used.
# The program itself is installed by cli/CMakeLists.txt.
include(CMakePackageConfigHelpers)
set(uor_package_dir lib/cmake/uor)

foreach(kloe clinical people support corporate finance)
  get_property(targets DIRECTORY ${PROJECT_SOURCE_DIR}/plugins/kloe_${kloe} PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target IN LISTS targets)
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "MODULE_LIBRARY")
      install(TARGETS ${target} LIBRARY DESTINATION lib/uor/plugins COMPONENT uor)
    endif()
  endforeach()
endforeach()

foreach(folder data policies sectors scenarios schema)
  if(EXISTS ${PROJECT_SOURCE_DIR}/${folder})
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/uor COMPONENT uor PATTERN __pycache__ EXCLUDE)
  endif()
endforeach()

# The report page's script and styles, when scripts/build_web has made them: reports of an installation without them have
# tables only.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/web/dist DESTINATION ${CMAKE_INSTALL_DATADIR}/uor/web COMPONENT uor OPTIONAL)

# The program's own files come with README and licence; docs/ has the guides and the model.
foreach(file README.md CHANGELOG.md LICENSE)
  if(EXISTS ${PROJECT_SOURCE_DIR}/${file})
    install(FILES ${PROJECT_SOURCE_DIR}/${file} DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT uor)
  endif()
endforeach()
if(EXISTS ${PROJECT_SOURCE_DIR}/docs)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT uor)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/examples/minimal_plugin DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples
  COMPONENT dev PATTERN build EXCLUDE)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/plugins DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT dev)  # to start a plugin of one's own from

# For authors of plugins: find_package(uor 1) gives uor::plugin and uor_add_plugin.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/core/uor/sdk/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/uor/sdk
  COMPONENT dev FILES_MATCHING PATTERN "*.h" PATTERN "*.hpp")
install(TARGETS uor_plugin EXPORT uor_targets COMPONENT dev)
install(EXPORT uor_targets NAMESPACE uor:: FILE uorTargets.cmake DESTINATION ${uor_package_dir}
  COMPONENT dev)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/uorConfig.cmake.in ${PROJECT_BINARY_DIR}/uorConfig.cmake
  INSTALL_DESTINATION ${uor_package_dir} NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/uorConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/uorConfig.cmake ${PROJECT_BINARY_DIR}/uorConfigVersion.cmake
  ${PROJECT_SOURCE_DIR}/cmake/uor_add_plugin.cmake DESTINATION ${uor_package_dir} COMPONENT dev)

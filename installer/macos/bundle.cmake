# macOS: Hubdeck.app, with the programs that have no window inside of it, and a disk image of it:
#
#   cmake -S . -B build/macos -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DHUBDECK_LOCALHUB=OFF
#   cmake --build build/macos
#   cd build/macos && cpack
#
# where Qt 6 (with macdeployqt), qtkeychain, openssl@3, libarchive and pkg-config are, as Homebrew gives them.
#
# How far this was tried: on Linux the property list was read, the icon made and read, and the rules below configured for
# Darwin; nothing was built or started on macOS. Signing and notarising are not part of it. Hubdeck itself does not build
# there yet. What keeps it from that, as far as reading shows:
#
#   src/hub/headwatch.cpp      TCP_INFO of linux/tcp.h, and /proc/self/fd
#   src/local/openfolder.cpp   openat2() of linux/openat2.h: paths that must not leave a folder
#   src/local/reposcan.cpp     st_mtim and st_atim, which are st_mtimespec and st_atimespec there
#   src/engine/process.cpp     prctl(): no core dumps that would hold a token
#   src/cli/interrupts.cpp     signalfd()
#   src/gui/demohub.cpp        SOCK_CLOEXEC
#
# and hf:// links, which come as QFileOpenEvent there and not as arguments, are not taken yet.
include(icons/icon.cmake)

set(contents Hubdeck.app/Contents)
add_icon(icns)
configure_file(macos/Info.plist.in Info.plist @ONLY)
set_target_properties(hubdeck PROPERTIES
    MACOSX_BUNDLE ON OUTPUT_NAME Hubdeck MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_BINARY_DIR}/Info.plist)
# The demo's Hub is looked for beside hubdeck, in the build folder, too.
set_target_properties(${companions} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/${contents}/MacOS)

install(TARGETS hubdeck BUNDLE DESTINATION .)
install(TARGETS ${companions} RUNTIME DESTINATION ${contents}/MacOS)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/hubdeck.icns ${PROJECT_SOURCE_DIR}/LICENSE
    DESTINATION ${contents}/Resources)

# Brings Qt, its plugins and all other libraries into the bundle.
get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
get_filename_component(qt_programs ${qmake} DIRECTORY)
find_program(MACDEPLOYQT macdeployqt HINTS ${qt_programs} REQUIRED)
list(TRANSFORM companions PREPEND "-executable=\${app}/Contents/MacOS/" OUTPUT_VARIABLE executables)
install(CODE "
    set(app \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/Hubdeck.app\")
    execute_process(COMMAND \"${MACDEPLOYQT}\" \"\${app}\" ${executables} COMMAND_ERROR_IS_FATAL ANY)
")

set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME Hubdeck)

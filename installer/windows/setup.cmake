# Windows: hubdeck.exe with its icon, and a setup program made by NSIS:
#
#   cmake -S . -B build/windows -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DHUBDECK_LOCALHUB=OFF
#   cmake --build build/windows
#   cd build/windows && cpack
#
# in a shell that has Qt 6 (with windeployqt), QtKeychain, OpenSSL, libarchive, pkg-config and NSIS, as MSYS2 gives them.
#
# How far this was tried: on Linux with Debian's mingw-w64 and NSIS, stand-ins of the programs were built with this file
# and packed; nothing was started on Windows. Hubdeck itself does not build there yet. What keeps it from that, found by
# letting mingw-w64 read what includes more than Qt and the standard library (with Qt's headers of Linux):
#
#   src/core/partfile.cpp                  O_NOFOLLOW, O_CLOEXEC, fsync(), EDQUOT
#   src/hub/headwatch.cpp                  TCP_INFO of linux/tcp.h, and /proc/self/fd
#   src/accounts/{tokenfile,hflogin}.cpp   O_NONBLOCK, O_CLOEXEC, unlink()
#   src/local/openfolder.cpp               openat2(), openat(), renameat(), symlinkat(), unlinkat()
#   src/local/placing.cpp                  the same and fsync(): how a file appears in the cache
#   src/local/{cacheremover,cachestate,repocache,sharedstore}.cpp   renameat(), symlinkat(), unlinkat(), fchmodat()
#   src/local/{localfolder,snapshotexport}.cpp   openat(), O_NOFOLLOW, O_NONBLOCK
#   src/local/reposcan.cpp                 st_atim and st_mtim
#   src/local/filelock.cpp                 flock(), lstat(), fchmod()
#   src/local/environment.cpp              getpwnam() of pwd.h
#   src/transfer/transferjournal.cpp       mkdir() with a mode, fchmod(), O_NONBLOCK
#   src/engine/process.cpp                 prctl(), setrlimit()
#   src/cli/interrupts.cpp                 signalfd()
#   src/gui/demohub.cpp                    netinet/in.h: a free port
include(icons/icon.cmake)

enable_language(RC)
add_icon(ico)
configure_file(windows/hubdeck.rc.in hubdeck.rc @ONLY)
target_sources(hubdeck PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/hubdeck.rc)
set_target_properties(hubdeck PROPERTIES WIN32_EXECUTABLE ON)

install(TARGETS hubdeck ${companions} RUNTIME_DEPENDENCY_SET libraries RUNTIME DESTINATION .)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION . RENAME LICENSE.txt)
if(NOT CMAKE_CROSSCOMPILING)
    # windeployqt brings Qt and its plugins; the rest is what else the programs load, but for the system's own.
    get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
    get_filename_component(qt_programs ${qmake} DIRECTORY)
    find_program(WINDEPLOYQT windeployqt HINTS ${qt_programs} REQUIRED)
    install(RUNTIME_DEPENDENCY_SET libraries DIRECTORIES $ENV{PATH} DESTINATION .
        PRE_EXCLUDE_REGEXES "^api-ms-" "^ext-ms-" "^[Qq]t6" POST_EXCLUDE_REGEXES "[Ss]ystem32")
    execute_process(COMMAND ${qmake} -query QT_INSTALL_TRANSLATIONS
        OUTPUT_VARIABLE translations OUTPUT_STRIP_TRAILING_WHITESPACE)
    install(FILES ${translations}/qtbase_de.qm DESTINATION translations OPTIONAL)
    install(CODE "
        file(GLOB programs \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/hubdeck*.exe\")
        execute_process(COMMAND \"${WINDEPLOYQT}\" --no-translations \${programs} COMMAND_ERROR_IS_FATAL ANY)
    ")
endif()

set(CPACK_GENERATOR NSIS)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Hubdeck)
set(CPACK_PACKAGE_EXECUTABLES hubdeck Hubdeck)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_NSIS_DISPLAY_NAME Hubdeck)
set(CPACK_NSIS_PACKAGE_NAME Hubdeck)
set(CPACK_NSIS_EXECUTABLES_DIRECTORY .)
set(CPACK_NSIS_INSTALLED_ICON_NAME hubdeck.exe)
set(CPACK_NSIS_MUI_ICON ${CMAKE_CURRENT_BINARY_DIR}/hubdeck.ico)
set(CPACK_NSIS_MUI_UNIICON ${CMAKE_CURRENT_BINARY_DIR}/hubdeck.ico)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
# hf:// links. Whoever took them over in the meantime keeps them.
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS [[
  WriteRegStr SHCTX 'Software\Classes\hf' '' 'URL:Hugging Face Hub'
  WriteRegStr SHCTX 'Software\Classes\hf' 'URL Protocol' ''
  WriteRegStr SHCTX 'Software\Classes\hf\shell\open\command' '' '"$INSTDIR\hubdeck.exe" "%1"'
]])
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS [[
  ReadRegStr $0 SHCTX 'Software\Classes\hf\shell\open\command' ''
  StrCmp $0 '"$INSTDIR\hubdeck.exe" "%1"' 0 +2
  DeleteRegKey SHCTX 'Software\Classes\hf'
]])

# Packages for Debian and for systems with rpm: `cpack -G DEB` or `cpack -G RPM` in a build folder. One build serves one
# release of a distribution: its libraries' names are what the package asks for.
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Qt finds its plugins by itself, and QtKeychain libsecret, so no library asks for their packages.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, qt6-qpa-plugins, libsecret-1-0, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-image-formats-plugins, qt6-translations-l10n, qt6-wayland, fonts-noto-core")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "git")

set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE Apache-2.0)
set(CPACK_RPM_PACKAGE_GROUP Applications/Internet)
set(CPACK_RPM_PACKAGE_RELOCATABLE OFF)
set(CPACK_RPM_PACKAGE_DESCRIPTION "Browse models, datasets and Spaces of the Hugging Face Hub at any revision,
see what a download will do before it does it, and fetch it into the cache
that every Python ML library already reads. hubdeck-cli is the same engine
without a window; hubdeck-localhub is a small Hub for one computer.")
# Libraries are asked for by soname; what Qt and QtKeychain load by themselves has the first name in Fedora, the second in
# openSUSE.
set(CPACK_RPM_PACKAGE_REQUIRES "(qt6-qtbase or qt6-sql-sqlite), (libsecret or libsecret-1-0), ca-certificates")
# CPack has no word for weak dependencies that this rpm would take.
set(CPACK_RPM_SPEC_MORE_DEFINE "Recommends: (qt6-qtimageformats or qt6-imageformats)
Recommends: (qt6-qttranslations or qt6-translations)
Recommends: (qt6-qtwayland or qt6-wayland)
Suggests: git")
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/share/applications /usr/share/metainfo /usr/share/man
    /usr/share/man/man1 /usr/share/icons /usr/share/icons/hicolor /usr/share/icons/hicolor/scalable
    /usr/share/icons/hicolor/scalable/apps)

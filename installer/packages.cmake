# What all kinds of packages say alike.
set(CPACK_PACKAGE_NAME hubdeck)
set(CPACK_PACKAGE_VENDOR "The Hubdeck authors")
set(CPACK_PACKAGE_CONTACT "The Hubdeck authors <authors@hubdeck.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Desktop client for the Hugging Face Hub")
set(CPACK_PACKAGE_DESCRIPTION "Browse models, datasets and Spaces of the Hugging Face Hub at any revision, see what a \
download will do before it does it, and fetch it into the cache that every Python ML library already reads. \
hubdeck-cli is the same engine without a window; hubdeck-localhub is a small Hub for one computer.")
set(CPACK_STRIP_FILES ON)

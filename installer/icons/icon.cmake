# Makes ${CMAKE_CURRENT_BINARY_DIR}/hubdeck.KIND (ico, icns) of the project's SVG before hubdeck is linked.
function(add_icon kind)
    set(icon ${CMAKE_CURRENT_BINARY_DIR}/hubdeck.${kind})
    set(picture ${PROJECT_SOURCE_DIR}/resources/icons/hubdeck.svg)
    add_custom_command(OUTPUT ${icon} COMMAND makeicon ${picture} ${icon} DEPENDS makeicon ${picture} VERBATIM)
    add_custom_target(icon_${kind} DEPENDS ${icon})
    add_dependencies(hubdeck icon_${kind})
endfunction()

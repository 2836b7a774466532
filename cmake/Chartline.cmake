# SPDX-License-Identifier: Apache-2.0
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")

find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(chartline_options INTERFACE)
target_compile_options(chartline_options INTERFACE
    -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror
    -fstack-protector-strong -fno-plt)
target_compile_definitions(chartline_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_UP_TO=0x060800 CHARTLINE_VERSION="${PROJECT_VERSION}")
target_link_options(chartline_options INTERFACE -Wl,-z,relro,-z,now -Wl,--exclude-libs,libsqlcipher.a)
if(CHARTLINE_SANITIZE OR CHARTLINE_FUZZ)
    target_compile_options(chartline_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(chartline_options INTERFACE -fsanitize=address,undefined)
    target_compile_definitions(chartline_options INTERFACE CHARTLINE_SANITIZED)
elseif(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
    target_compile_definitions(chartline_options INTERFACE _FORTIFY_SOURCE=3)
endif()
if(CHARTLINE_FUZZ)
    target_compile_options(chartline_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# chartline_library(NAME FOLDER [INCLUDES DIR] [LINK …] [PRIVATE_LINK …] [PCH widgets|core])
# One static library of every source in FOLDER; a new file needs no line here.
function(chartline_library name folder)
    cmake_parse_arguments(arg "RECURSE" "ROOT;PCH" "LINK;PRIVATE_LINK" ${ARGN})
    if(arg_RECURSE)
        file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h)
    else()
        file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h)
    endif()
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC ${arg_ROOT})
    target_link_libraries(${name} PUBLIC Qt6::Core ${arg_LINK} PRIVATE chartline_options ${arg_PRIVATE_LINK})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
    chartline_pch(${name} "${arg_PCH}")
endfunction()

function(chartline_pch name kind)
    if(NOT CHARTLINE_PCH)
        return()
    endif()
    if(kind STREQUAL "widgets")
        target_precompile_headers(${name} PRIVATE <QtWidgets>)
    else()
        target_precompile_headers(${name} PRIVATE
            <QString> <QByteArray> <QStringList> <QHash> <QDateTime> <QObject> <expected> <functional> <memory>
            <optional> <span> <string> <string_view> <variant> <vector>)
    endif()
endfunction()

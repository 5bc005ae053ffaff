# aroeira_embed(<target> <name> <directory> <glob>...): puts the files into the binary with .incbin and
# gives `std::span<const aroeira::embedded::File> aroeira::embedded::<name>()`, sorted by name.
function(aroeira_embed target name directory)
  set(files)
  foreach(pattern ${ARGN})
    file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${directory} ${directory}/${pattern})
    list(APPEND files ${found})
  endforeach()
  list(SORT files)
  set(assembly "    .section .rodata\n")
  set(rows "")
  set(externs "")
  set(depends)
  set(n 0)
  foreach(file ${files})
    set(symbol "aroeira_${name}_${n}")
    string(APPEND assembly "    .global ${symbol}\n    .global ${symbol}_end\n    .balign 16\n${symbol}:\n    .incbin \"${directory}/${file}\"\n${symbol}_end:\n    .byte 0\n")
    string(APPEND externs "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "        {\"${file}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    list(APPEND depends ${directory}/${file})
    math(EXPR n "${n} + 1")
  endforeach()
  string(APPEND assembly "    .section .note.GNU-stack,\"\",@progbits\n")
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name})
  file(CONFIGURE OUTPUT ${generated}.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${generated}.cpp CONTENT "// Written by cmake/embed.cmake.
#include \"base/embedded.hpp\"
${externs}
namespace aroeira::embedded {
std::span<const File> ${name}() {
    static const std::vector<File> files{
${rows}    };
    return files;
}
}  // namespace aroeira::embedded
" @ONLY)
  set_source_files_properties(${generated}.S PROPERTIES OBJECT_DEPENDS "${depends}")
  target_sources(${target} PRIVATE ${generated}.S ${generated}.cpp)
endfunction()

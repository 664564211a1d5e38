# cmake -DOUT=file.cc -DDIR=deploy/policies -P embed_policies.cmake
# Writes the rule book's files as string literals.

file(GLOB FILES ${DIR}/*.txtpb)
list(SORT FILES)
set(ROWS "")
foreach(path ${FILES})
  get_filename_component(name ${path} NAME)
  file(READ ${path} text)
  string(APPEND ROWS "    {\"${name}\", R\"txtpb(${text})txtpb\"},\n")
endforeach()
file(WRITE ${OUT}
"#include \"server/rulebook/default_policies.h\"

namespace spotcheck::server {
namespace {
constexpr PolicyFile kFiles[] = {
${ROWS}};
}  // namespace

absl::Span<const PolicyFile> DefaultPolicies() { return kFiles; }

}  // namespace spotcheck::server
")

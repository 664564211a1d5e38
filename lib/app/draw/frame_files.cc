#include "lib/app/draw/frame_files.h"

#include <array>
#include <future>
#include <string>
#include <string_view>
#include <utility>

#include "absl/functional/function_ref.h"
#include "lib/base/status_macros.h"
#include "lib/rules/bundle/write.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/tsv.h"

namespace spotcheck::app {
namespace {

struct FrozenFile {
  const char* name;
  void (*each_line)(const rules::Plan&, const rules::Frame&, rules::LineSink);
};

constexpr std::array<FrozenFile, 4> kFiles = {{
    {rules::kFrameFile,
     [](const rules::Plan&, const rules::Frame& frame, rules::LineSink sink) {
       rules::EachFrameLine(frame, sink);
     }},
    {rules::kLinesFile, rules::EachProductLine},
    {rules::kLabsFile, rules::EachLabLine},
    {rules::kInspectorsFile,
     [](const rules::Plan&, const rules::Frame& frame, rules::LineSink sink) {
       rules::EachInspectorLine(frame, sink);
     }},
}};

}  // namespace

absl::StatusOr<FrameFiles> FrameFiles::Stage(store::Database& db,
                                             const rules::FrozenView& frozen) {
  FrameFiles files;
  std::future<rules::FrameRoots> roots = std::async(std::launch::async, [&] {
    return rules::ComputeRoots(frozen.id.suite, frozen.plan, frozen.frame);
  });
  RETURN_IF_ERROR(rules::CheckFrozen(frozen));
  for (const FrozenFile& file : kFiles) {
    auto& stage = files.stages_.emplace_back(
        std::make_unique<store::PayloadStage>(db, file.name));
    file.each_line(frozen.plan, frozen.frame, [&stage](std::string_view line) {
      stage->Add(line);
      stage->Add("\n");
    });
    ASSIGN_OR_RETURN(store::Payload payload, stage->Finish());
    files.payloads_.push_back(std::move(payload));
  }
  files.roots_ = roots.get();
  return files;
}

absl::StatusOr<FrameFiles> FrameFiles::Hold(const rules::FrozenView& frozen) {
  RETURN_IF_ERROR(rules::CheckFrozen(frozen));
  FrameFiles files;
  files.roots_ =
      rules::ComputeRoots(frozen.id.suite, frozen.plan, frozen.frame);
  for (const FrozenFile& file : kFiles) {
    store::Payload& payload = files.payloads_.emplace_back();
    payload.name = file.name;
    file.each_line(frozen.plan, frozen.frame,
                   [&payload](std::string_view line) {
                     payload.bytes.append(line).push_back('\n');
                   });
  }
  return files;
}

}  // namespace spotcheck::app

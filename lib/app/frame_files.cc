#include "lib/app/frame_files.h"

#include <array>
#include <future>
#include <string>
#include <string_view>
#include <utility>

#include "absl/functional/function_ref.h"
#include "lib/base/status_macros.h"
#include "lib/rules/bundle_write.h"
#include "lib/rules/draw_commit.h"
#include "lib/rules/draw_tsv.h"

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
                                             HashSuite suite,
                                             const rules::Plan& plan,
                                             const rules::Frame& frame) {
  FrameFiles files;
  std::future<rules::FrameRoots> roots = std::async(std::launch::async, [&] {
    return rules::ComputeRoots(suite, plan, frame);
  });
  for (const FrozenFile& file : kFiles) {
    auto& stage = files.stages_.emplace_back(
        std::make_unique<store::PayloadStage>(db, file.name));
    file.each_line(plan, frame, [&stage](std::string_view line) {
      stage->Add(line);
      stage->Add("\n");
    });
    ASSIGN_OR_RETURN(store::Payload payload, stage->Finish());
    files.payloads_.push_back(std::move(payload));
  }
  files.roots_ = roots.get();
  return files;
}

FrameFiles FrameFiles::Hold(HashSuite suite, const rules::Plan& plan,
                            const rules::Frame& frame) {
  FrameFiles files;
  files.roots_ = rules::ComputeRoots(suite, plan, frame);
  for (const FrozenFile& file : kFiles) {
    store::Payload& payload = files.payloads_.emplace_back();
    payload.name = file.name;
    file.each_line(plan, frame, [&payload](std::string_view line) {
      payload.bytes.append(line).push_back('\n');
    });
  }
  return files;
}

void FrameFiles::Keep() {
  for (const auto& stage : stages_) stage->Keep();
}

}  // namespace spotcheck::app

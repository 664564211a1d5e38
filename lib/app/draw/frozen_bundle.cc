// Reads an attempt's frozen files from the journal and turns them into values.

#include "lib/app/draw/frozen_bundle.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/functional/function_ref.h"
#include "lib/app/draw/draws.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/rules/bundle/read.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/run.h"
#include "lib/rules/draw/text.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/tasks.h"

namespace spotcheck::app {
namespace {

absl::StatusOr<rules::Frame> LoadFrame(const store::View& view,
                                       const rules::Plan& plan,
                                       std::int64_t leaf) {
  rules::Frame frame;
  ASSIGN_OR_RETURN(std::string text, view.OpenPayload(leaf, rules::kFrameFile));
  ASSIGN_OR_RETURN(frame.enterprises, rules::ReadFrameTsv(text));
  ASSIGN_OR_RETURN(text, view.OpenPayload(leaf, rules::kLinesFile));
  ASSIGN_OR_RETURN(frame.lines, rules::ReadLinesTsv(text, plan));
  ASSIGN_OR_RETURN(text, view.OpenPayload(leaf, rules::kLabsFile));
  ASSIGN_OR_RETURN(frame.labs, rules::ReadLabsTsv(text, plan));
  ASSIGN_OR_RETURN(text, view.OpenPayload(leaf, rules::kInspectorsFile));
  ASSIGN_OR_RETURN(frame.inspectors, rules::ReadInspectorsTsv(text));
  return frame;
}

absl::Status LoadWitnesses(const store::View& view,
                           const store::StoredAttempt& attempt,
                           rules::Bundle& bundle) {
  ASSIGN_OR_RETURN(const auto witnesses,
                   store::WitnessesOf(view, attempt.task, attempt.attempt));
  for (const store::StoredAttemptWitness& stored : witnesses) {
    rules::Witness witness;
    witness.name = stored.name;
    ASSIGN_OR_RETURN(witness.key, HexDecode(stored.key));
    ASSIGN_OR_RETURN(witness.commitment, DigestFromHex(stored.commitment));
    ASSIGN_OR_RETURN(witness.contribution, HexDecode(stored.contribution));
    ASSIGN_OR_RETURN(witness.signature, HexDecode(stored.signature));
    bundle.witnesses.push_back(std::move(witness));
  }
  return absl::OkStatus();
}

// Reads plan, commitment, secrets and reveals, but no row of the frame.
absl::StatusOr<rules::Bundle> LoadWithoutFrame(
    const store::View& view, const store::StoredAttempt& attempt) {
  rules::Bundle bundle;
  ASSIGN_OR_RETURN(const store::StoredTask task, GetTask(view, attempt.task));
  bundle.id.suite = task.suite;
  bundle.id.task = attempt.task;
  bundle.id.attempt = attempt.attempt;
  ASSIGN_OR_RETURN(bundle.id.previous, DigestFromHex(attempt.previous));
  ASSIGN_OR_RETURN(const store::TaskPlan plan,
                   store::CommittedPlan(view, attempt));
  bundle.plan = plan.plan;
  ASSIGN_OR_RETURN(bundle.operator_secret,
                   view.OpenPayload(attempt.leaf_index, "secret"));
  bundle.operator_commitment =
      rules::OperatorCommitment(bundle.id, bundle.operator_secret);
  RETURN_IF_ERROR(LoadWitnesses(view, attempt, bundle));
  bundle.beacon.spec = attempt.beacon_spec;
  ASSIGN_OR_RETURN(bundle.beacon.value, HexDecode(attempt.beacon_value));
  ASSIGN_OR_RETURN(bundle.beacon.signature,
                   HexDecode(attempt.beacon_signature));
  ASSIGN_OR_RETURN(bundle.commitment, DigestFromHex(attempt.commitment));
  return bundle;
}

rules::SeedInputs SeedInputsOf(const rules::Bundle& bundle) {
  return rules::CollectSeedInputs(bundle.commitment, bundle.operator_secret,
                                  bundle.witnesses, bundle.beacon);
}

// Gets a text in pieces and hands it on line by line.
class LineCutter {
 public:
  void Add(std::string_view piece,
           absl::FunctionRef<void(std::string_view)> line) {
    for (std::size_t end = piece.find('\n'); end != std::string_view::npos;
         end = piece.find('\n')) {
      if (rest_.empty()) {
        line(piece.substr(0, end));
      } else {
        rest_.append(piece.substr(0, end));
        line(rest_);
        rest_.clear();
      }
      piece.remove_prefix(end + 1);
    }
    rest_.append(piece);
  }

 private:
  std::string rest_;
};

// Finds the enterprise code that a line of a frozen file is about; answers ""
// if the line is about no enterprise.
using CodeOf = std::string_view (*)(std::string_view line);

std::string_view CodeOfLine(std::string_view line) {
  return line.substr(0, Usci::kSize);
}
std::string_view CodeOfBar(std::string_view line) {
  static constexpr std::string_view kBar = "\tBAR\t";
  const std::size_t bar = line.find(kBar);
  if (bar == std::string_view::npos) return "";
  return line.substr(bar + kBar.size(), Usci::kSize);
}

// Loads from a frozen file only the lines about drawn enterprises and the lines
// about no enterprise.
class DrawnPart {
 public:
  explicit DrawnPart(const std::vector<Usci>& drawn) {
    for (const Usci& usci : drawn) drawn_.insert(usci.view());
  }
  absl::StatusOr<std::string> Load(const store::View& view, std::int64_t leaf,
                                   const char* file, CodeOf code_of) const {
    std::string kept;
    LineCutter cutter;
    RETURN_IF_ERROR(view.ForEachChunk(leaf, file, [&](std::string_view piece) {
      cutter.Add(piece, [&](std::string_view line) {
        const std::string_view code = code_of(line);
        if (code.empty() || drawn_.contains(code)) {
          kept.append(line).push_back('\n');
        }
      });
      return absl::OkStatus();
    }));
    return kept;
  }

 private:
  absl::flat_hash_set<std::string_view> drawn_;
};

// Loads the lines, laboratories and inspectors of the drawn enterprises; the
// part of the draw behind the selection of enterprises reads no others.
absl::Status LoadDrawnRows(const store::View& view, std::int64_t leaf,
                           const std::vector<Usci>& drawn,
                           rules::Bundle& bundle) {
  const DrawnPart part(drawn);
  rules::Frame& frame = bundle.frame;
  ASSIGN_OR_RETURN(std::string text,
                   part.Load(view, leaf, rules::kLinesFile, CodeOfLine));
  ASSIGN_OR_RETURN(frame.lines, rules::ReadLinesTsv(text, bundle.plan));
  ASSIGN_OR_RETURN(text, part.Load(view, leaf, rules::kLabsFile, CodeOfBar));
  ASSIGN_OR_RETURN(frame.labs, rules::ReadLabsTsv(text, bundle.plan));
  ASSIGN_OR_RETURN(text,
                   part.Load(view, leaf, rules::kInspectorsFile, CodeOfBar));
  ASSIGN_OR_RETURN(frame.inspectors, rules::ReadInspectorsTsv(text));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<rules::Bundle> LoadBundle(const store::View& view,
                                         const store::StoredAttempt& attempt) {
  ASSIGN_OR_RETURN(rules::Bundle bundle, LoadWithoutFrame(view, attempt));
  ASSIGN_OR_RETURN(bundle.frame,
                   LoadFrame(view, bundle.plan, attempt.leaf_index));
  return bundle;
}

absl::StatusOr<rules::Bundle> LoadRunBundle(
    const store::View& view, const store::StoredAttempt& attempt) {
  ASSIGN_OR_RETURN(rules::Bundle bundle, LoadBundle(view, attempt));
  bundle.roots =
      rules::ComputeRoots(bundle.id.suite, bundle.plan, bundle.frame);
  ASSIGN_OR_RETURN(bundle.result,
                   rules::RunDraw(bundle.id.suite, bundle.plan, bundle.frame,
                                  SeedInputsOf(bundle)));
  return bundle;
}

absl::StatusOr<rules::DrawResult> RunAttempt(
    const store::View& view, const store::StoredAttempt& attempt) {
  ASSIGN_OR_RETURN(rules::Bundle bundle, LoadWithoutFrame(view, attempt));
  const std::int64_t leaf = attempt.leaf_index;
  {
    ASSIGN_OR_RETURN(const std::string text,
                     view.OpenPayload(leaf, rules::kFrameFile));
    ASSIGN_OR_RETURN(bundle.frame.enterprises, rules::ReadFrameTsv(text));
  }
  ASSIGN_OR_RETURN(
      const rules::EnterpriseDraw draw,
      rules::DrawEnterprises(bundle.id.suite, bundle.plan,
                             bundle.frame.enterprises, SeedInputsOf(bundle)));
  std::vector<Usci> drawn;
  for (const rules::TicketedEnterprise& enterprise : draw.drawn) {
    drawn.push_back(bundle.frame.enterprises[enterprise.row].usci);
  }
  RETURN_IF_ERROR(LoadDrawnRows(view, leaf, drawn, bundle));
  return rules::CompleteDraw(draw, bundle.plan, bundle.frame);
}

}  // namespace spotcheck::app

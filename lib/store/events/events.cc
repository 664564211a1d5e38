#include "lib/store/events/events.h"

#include <optional>
#include <set>
#include <utility>

#include "lib/store/events/codec.h"
#include "lib/store/events/leaf_header.h"
#include "lib/store/events/shapes.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

using codec::Reader;
using codec::Writer;

constexpr std::string_view kStart = "{\"v\":1,\"type\":";
constexpr std::string_view kTime = ",\"time\":";

void WriteSealed(const EventHeader& header, Writer& out) {
  if (header.sealed.empty()) return;
  const char* before = ",\"sealed\":{";
  for (const auto& [name, hash] : header.sealed) {
    out.Raw(std::exchange(before, ","));
    out.Text(name);
    out.Raw(":");
    out.Text(hash);
  }
  out.Raw("}");
}

void WriteRequest(const EventHeader& header, Writer& out) {
  if (header.request_id.empty()) return;
  out.Raw(",\"request\":{\"id\":");
  out.Text(header.request_id);
  out.Raw(",\"digest\":");
  out.Text(header.request_digest);
  out.Raw("}");
}

bool ReadDigest(Reader& in, std::string& hex) {
  return in.Text(hex) && DigestFromHex(hex).ok();
}

bool ReadTime(Reader& in, absl::Time& time) {
  std::string text;
  if (!in.Text(text)) return false;
  const absl::StatusOr<absl::Time> parsed = ParseUtc(text);
  if (!parsed.ok() || FormatUtcMicros(*parsed) != text) return false;
  time = *parsed;
  return true;
}

bool ReadSealed(Reader& in, EventHeader& header) {
  if (!in.Raw(",\"sealed\":{")) return true;
  std::set<std::string> names;
  do {
    auto& [name, hash] = header.sealed.emplace_back();
    if (!in.Text(name) || !in.Raw(":") || !ReadDigest(in, hash)) return false;
    if (!names.insert(name).second) return false;
  } while (in.Raw(","));
  return in.Raw("}");
}

bool ReadRequest(Reader& in, EventHeader& header) {
  if (!in.Raw(",\"request\":{\"id\":")) return true;
  return in.Text(header.request_id) && !header.request_id.empty() &&
         in.Raw(",\"digest\":") && ReadDigest(in, header.request_digest) &&
         in.Raw("}");
}

// Reads the leaf's `data` as the event whose kType is `type`.
template <std::size_t kIndex = 0>
bool ReadData(Reader& in, std::string_view type, Event& event) {
  if constexpr (kIndex < std::variant_size_v<Event>) {
    using T = std::variant_alternative_t<kIndex, Event>;
    if (type != T::kType) return ReadData<kIndex + 1>(in, type, event);
    return in.Value(event.emplace<T>());
  }
  return false;
}

bool ReadLeaf(Reader& in, StoredEvent& stored) {
  std::string type;
  return in.Raw(kStart) && in.Text(type) && in.Raw(kTime) &&
         ReadTime(in, stored.header.time) && in.Raw(",\"actor\":") &&
         in.Text(stored.header.actor) && in.Raw(",\"data\":") &&
         ReadData(in, type, stored.event) && ReadSealed(in, stored.header) &&
         ReadRequest(in, stored.header) && in.Raw("}") && in.AtEnd();
}

}  // namespace

std::string_view EventType(const Event& event) {
  return std::visit([](const auto& e) -> std::string_view { return e.kType; },
                    event);
}

std::string EncodeEvent(const EventHeader& header, const Event& event) {
  std::string leaf;
  Writer out(leaf);
  out.Raw(kStart);
  out.Text(EventType(event));
  out.Raw(kTime);
  out.Text(FormatUtcMicros(header.time));
  out.Raw(",\"actor\":");
  out.Text(header.actor);
  out.Raw(",\"data\":");
  std::visit([&out](const auto& e) { out.Value(e); }, event);
  WriteSealed(header, out);
  WriteRequest(header, out);
  out.Raw("}");
  return leaf;
}

absl::StatusOr<StoredEvent> DecodeEvent(std::string_view leaf) {
  if (!codec::IsReadable(leaf)) return LeafMalformedError("UTF-8");
  StoredEvent stored;
  Reader in(leaf);
  if (!ReadLeaf(in, stored)) return LeafMalformedError("JSON");
  return stored;
}

absl::StatusOr<LeafHeader> ReadLeafHeader(std::string_view leaf) {
  LeafHeader header;
  Reader in(leaf);
  if (!in.Raw(kStart) || !in.Text(header.type) || !in.Raw(kTime) ||
      !in.Text(header.time) || !codec::IsReadable(header.type)) {
    return LeafMalformedError("header");
  }
  return header;
}

}  // namespace spotcheck::store

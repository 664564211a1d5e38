#include "server/convert/wire.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/wire_format_lite.h>

#include <map>
#include <memory>

#include "lib/app/common/errors.h"
#include "lib/base/bytes.h"
#include "lib/base/text.h"
#include "server/convert/errors.h"

namespace spotcheck::server {
namespace {

namespace pb = google::protobuf;
using Wire = pb::internal::WireFormatLite;

// Walks the wire format along the message's description and names the first
// text that is not UTF-8, e.g. rows[3].usci. Answers "" where every text is
// UTF-8, or the bytes cannot be walked.
class Utf8Search {
 public:
  std::string In(const pb::Descriptor& message, std::string_view bytes) const {
    pb::io::CodedInputStream input(
        reinterpret_cast<const std::uint8_t*>(bytes.data()),
        static_cast<int>(bytes.size()));
    std::map<int, int> seen;  // counts the occurrences of each field
    for (std::uint32_t tag = input.ReadTag(); tag != 0; tag = input.ReadTag()) {
      const int number = Wire::GetTagFieldNumber(tag);
      const auto* field = message.FindFieldByNumber(number);
      const int index = seen[number]++;
      if (Wire::GetTagWireType(tag) != Wire::WIRETYPE_LENGTH_DELIMITED) {
        if (!Wire::SkipField(&input, tag)) return "";
        continue;
      }
      std::string value;
      if (!Wire::ReadBytes(&input, &value)) return "";
      if (field == nullptr) continue;
      const std::string found = InField(*field, value);
      if (!found.empty()) return Path(*field, index, found);
    }
    return "";
  }

 private:
  // Answers "." where the value itself is bad, the path below it where a field
  // of it is, or "".
  std::string InField(const pb::FieldDescriptor& field,
                      std::string_view value) const {
    if (field.type() == pb::FieldDescriptor::TYPE_STRING) {
      return IsValidUtf8(value) ? "" : ".";
    }
    if (field.type() == pb::FieldDescriptor::TYPE_MESSAGE) {
      return In(*field.message_type(), value);
    }
    return "";
  }

  static std::string Path(const pb::FieldDescriptor& field, int index,
                          const std::string& below) {
    std::string path = field.name();
    if (field.is_repeated()) path += "[" + std::to_string(index) + "]";
    return below == "." ? path : path + "." + below;
  }
};

}  // namespace

absl::Status ReadMessage(std::string_view bytes, pb::Message& message) {
  if (message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::OkStatus();
  }
  const std::string field = Utf8Search().In(*message.GetDescriptor(), bytes);
  if (!field.empty()) return app::register_errors::FieldNotUtf8({field});
  return MalformedRequest(message.GetDescriptor()->full_name());
}

std::string WriteMessage(const pb::Message& message) {
  std::string bytes;
  {
    pb::io::StringOutputStream stream(&bytes);
    pb::io::CodedOutputStream output(&stream);
    output.SetSerializationDeterministic(true);
    message.SerializeToCodedStream(&output);
  }
  return bytes;
}

Digest RequestDigest(std::string_view rpc, const pb::Message& request) {
  const std::unique_ptr<pb::Message> bare(request.New());
  bare->CopyFrom(request);
  const auto* options = bare->GetDescriptor()->FindFieldByName("options");
  if (options != nullptr)
    bare->GetReflection()->ClearField(bare.get(), options);
  return Sha256(Lp({rpc, WriteMessage(*bare)}));
}

void SilenceProtobuf() { pb::SetLogHandler(nullptr); }

}  // namespace spotcheck::server

#include "client/profile.h"

#include <cstdlib>
#include <filesystem>

#include "client/io/errors.h"
#include "client/io/files.h"
#include "client/io/json_object.h"
#include "lib/base/certificate.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

constexpr char kDefaultProfile[] = "admin";

std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::filesystem::path ConfigFolder() {
  const std::string xdg = Environment("XDG_CONFIG_HOME");
  // The XDG specification says that a relative path is ignored.
  if (std::filesystem::path(xdg).is_absolute()) return xdg;
  return std::filesystem::path(Environment("HOME")) / ".config";
}

absl::StatusOr<std::string> ReadBeside(const JsonObject& profile,
                                       const char* field) {
  ASSIGN_OR_RETURN(const std::string path, profile.Text(field));
  const auto folder = std::filesystem::path(profile.path()).parent_path();
  return ReadFile(Beside(folder, path));
}

}  // namespace

std::string ProfileFolder(const GlobalOptions& options) {
  if (!options.data.empty()) return Beside(options.data, "profiles");
  return (ConfigFolder() / "spotcheck" / "profiles").string();
}

std::string ProfileName(const GlobalOptions& options) {
  if (!options.profile.empty()) return options.profile;
  const std::string name = Environment("SPOTCHECK_PROFILE");
  return name.empty() ? kDefaultProfile : name;
}

absl::StatusOr<Profile> LoadProfile(const GlobalOptions& options) {
  Profile profile;
  profile.name = ProfileName(options);
  const std::string path =
      Beside(ProfileFolder(options), profile.name + ".json");
  if (!FileExists(path)) return ProfileNotFoundError(path);
  ASSIGN_OR_RETURN(const JsonObject file, JsonObject::Read(path));
  ASSIGN_OR_RETURN(profile.endpoint, file.Text("endpoint"));
  ASSIGN_OR_RETURN(profile.ca, ReadBeside(file, "ca"));
  ASSIGN_OR_RETURN(profile.certificate, ReadBeside(file, "certificate"));
  ASSIGN_OR_RETURN(profile.key, ReadBeside(file, "key"));
  const std::string running = Beside(options.data, "run/endpoint");
  if (!options.data.empty() && FileExists(running)) {
    ASSIGN_OR_RETURN(profile.endpoint, ReadFirstLine(running));
  }
  return profile;
}

absl::Status CheckValidity(const Profile& profile, absl::Time now) {
  const auto validity = ValidityOf(profile.certificate);
  // The handshake says what is wrong with a text that is no certificate.
  if (!validity.has_value()) return absl::OkStatus();
  if (now > validity->until) {
    return CertificateExpiredError({profile.name, validity->until});
  }
  if (now < validity->from) {
    return CertificateNotYetValidError({profile.name, validity->from});
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> LoadJournalKey(const GlobalOptions& options) {
  constexpr char kFile[] = "journal.vkey";
  const std::string beside_data = Beside(options.data, kFile);
  if (!options.data.empty() && FileExists(beside_data)) {
    return ReadFirstLine(beside_data);
  }
  const std::string path = Beside(ProfileFolder(options), kFile);
  if (!FileExists(path)) return JournalKeyUnknownError(path);
  return ReadFirstLine(path);
}

}  // namespace spotcheck::client

package dev.keepmum.code;

/** Members that say what something is, as vaults and services name them beside the value. */
final class DescribingMembers {
  private DescribingMembers() {}

  static boolean has(String name) {
    switch (name) {
      case "name":
      case "Name":
      case "id":
      case "label":
      case "title":
      case "kind":
      case "type":
      case "Type":
      case "version":
      case "Version":
      case "VersionId":
      case "ARN":
      case "Arn":
      case "ttl":
      case "expires":
      case "Expiration":
      case "created_at":
      case "createdAt":
      case "updated_at":
      case "updatedAt":
      case "creationTimestamp":
      case "status":
      case "Status":
      case "policies":
      case "SourceMetadata":
      case "DetectorName":
      case "RuleID":
      case "File":
      case "StartLine":
        return true;
      default:
        return false;
    }
  }
}

/** What stands before a noun that is added to the one before it: "… y las", ", the". */
export const JOINED =
  /(?:(?:^|[\s,])(?:y|and|e|o|or|u|ni|tambien|ademas)|,)\s*(?:(?:los|las|el|la|the|mis|my|tod[oa]s|all|any|de|of)\s+)*$/;

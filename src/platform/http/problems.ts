/** It does not exist, or it is not the asker's to see: nobody can tell which. */
export class NotFound extends Error {}

/** The role may not use this route at all. */
export class NotAllowed extends Error {}

/** Nobody is signed in. */
export class NotSignedIn extends Error {}

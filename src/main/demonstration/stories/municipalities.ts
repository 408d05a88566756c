/** Municipalities by name, for the stories. */
export const heerlen = "GM0917";
export const kerkrade = "GM0928";
export const landgraaf = "GM0882";
export const brunssum = "GM0899";
export const beekdaelen = "GM1954";
export const simpelveld = "GM0965";
export const voerendaal = "GM0986";
export const sittard = "GM1883";
export const stein = "GM0971";
export const beek = "GM0888";
export const maastricht = "GM0935";
export const eijsdenMargraten = "GM1903";
export const gulpenWittem = "GM1729";
export const meerssen = "GM0938";
export const vaals = "GM0981";
export const valkenburg = "GM0994";

/** Addresses of visits. */
export const visitHref = ({ trajectoryId, id }: { readonly trajectoryId: string; readonly id: string }): string =>
  `/gezinnen/${trajectoryId}/bezoeken/${id}`;

export const careHref = (trajectoryId: string): string => `/gezinnen/${trajectoryId}/kraamzorg`;

/** Opens the phone's own map at an address. The address alone: no name, and nothing that says where it came from. */
export function routeAddress(address: string, userAgent: string): string {
  const place = encodeURIComponent(address);
  return /iPhone|iPad|Macintosh/.test(userAgent) ? `https://maps.apple.com/?daddr=${place}` : `geo:0,0?q=${place}`;
}

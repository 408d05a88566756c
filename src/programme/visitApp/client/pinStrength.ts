/** Long enough, and not among the first that anybody would try. */
export function pinProblem(pin: string): string | null {
  if (pin.length < 6) return "Kies een pincode van minstens 6 cijfers";
  if (new Set(pin).size < 3) return "Kies een pincode met meer verschillende cijfers";
  const steps = new Set([...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10));
  if (steps.size === 1) return "Kies een pincode die geen rijtje is, zoals 123456";
  const half = pin.slice(0, pin.length / 2);
  if (half + half === pin) return "Kies een pincode die niet twee keer hetzelfde is";
  return null;
}

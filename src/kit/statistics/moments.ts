/** The mean of at least one number. */
export const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** The sum of squares round the mean, in two passes so that no digits are lost. */
export function squaresOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
}

/** The variance of a sample: divided by one less than the number. */
export const varianceOf = (values: readonly number[]): number => squaresOf(values) / (values.length - 1);

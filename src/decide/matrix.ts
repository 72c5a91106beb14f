/** Small dense matrices, rows first; enough for a handful of unknowns. Arithmetic and square roots only. */
export type Matrix = readonly (readonly number[])[];

export function multiply(a: Matrix, b: Matrix): number[][] {
  const columns = b[0]?.length ?? 0;
  return a.map((row) =>
    Array.from({ length: columns }, (_, j) => row.reduce((sum, x, k) => sum + x * (b[k]?.[j] ?? 0), 0)),
  );
}

export function transpose(a: Matrix): number[][] {
  return Array.from({ length: a[0]?.length ?? 0 }, (_, j) => a.map((row) => row[j]!));
}

/** The inverse of a square matrix (Gauss and Jordan, largest pivot); null where it has none to speak of. */
export function inverse(matrix: Matrix): number[][] | null {
  const n = matrix.length;
  const size = Math.max(...matrix.flatMap((row) => row.map(Math.abs)), 0);
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) if (Math.abs(work[i]![column]!) > Math.abs(work[pivot]![column]!)) pivot = i;
    const head = work[pivot]!;
    const lead = head[column]!;
    if (!(Math.abs(lead) > 1e-12 * size)) return null;
    work[pivot] = work[column]!;
    work[column] = head.map((x) => x / lead);
    for (let i = 0; i < n; i++) {
      const factor = work[i]![column]!;
      if (i !== column && factor !== 0) work[i] = work[i]!.map((x, j) => x - factor * work[column]![j]!);
    }
  }
  return work.map((row) => row.slice(n));
}

/**
 * The x for which a·x + y is smallest, with a pull towards 0: minimum of |a·x + y|² + pull·|x|². With `pull` above 0 there
 * is always one, also where columns of a say the same.
 */
export function leastSquares(a: Matrix, y: readonly number[], pull: number): number[] {
  const across = transpose(a);
  const normal = multiply(across, a).map((row, i) => row.map((x, j) => (i === j ? x + pull : x)));
  const back = inverse(normal);
  const right = across.map((column) => -column.reduce((sum, x, i) => sum + x * y[i]!, 0));
  return back ? back.map((row) => row.reduce((sum, x, j) => sum + x * right[j]!, 0)) : right.map(() => 0);
}

/** Largest ÷ smallest singular value: 1 where the columns are told apart perfectly; Infinity where some are not at all. */
export function conditionNumber(a: Matrix): number {
  const values = eigenvalues(multiply(transpose(a), a));
  const smallest = Math.min(...values);
  const largest = Math.max(...values);
  return smallest > 1e-14 * largest ? Math.sqrt(largest / smallest) : Infinity;
}

/** Eigenvalues of a symmetric matrix, by Jacobi's rotations; in no order. */
export function eigenvalues(symmetric: Matrix): number[] {
  const n = symmetric.length;
  const a = symmetric.map((row) => [...row]);
  for (let sweep = 0; sweep < 50; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const between = a[p]![q]!;
        off = Math.max(off, Math.abs(between));
        if (between === 0) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * between);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotate(a, p, q, c, t * c);
      }
    if (off === 0) break;
  }
  return a.map((row, i) => row[i]!);
}

function rotate(a: number[][], p: number, q: number, c: number, s: number): void {
  for (const row of a) {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  const [rowP, rowQ] = [a[p]!, a[q]!];
  a[p] = rowP.map((x, k) => c * x - s * rowQ[k]!);
  a[q] = rowP.map((x, k) => s * x + c * rowQ[k]!);
}

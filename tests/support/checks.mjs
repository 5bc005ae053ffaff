// SPDX-License-Identifier: Apache-2.0
// Checks that say what they prove, and the plain line that ./test counts.
export class Checks {
    passed = 0;
    failed = 0;

    /** One check; the name is a sentence and begins with the requirements it proves. */
    async check(name, work) {
        const begun = performance.now();
        const took = () => `(${((performance.now() - begun) / 1000).toFixed(1)} s)`;
        try {
            await work();
            this.passed += 1;
            console.log(`ok      ${name} ${took()}`);
        } catch (failure) {
            this.failed += 1;
            const lines = String(failure?.stack ?? failure).split("\n").slice(0, 14);
            console.log(`FAILED  ${name} ${took()}\n        ${lines.join("\n        ")}`);
        }
    }

    /** Prints the count and says it with the exit code. */
    finish() {
        console.log(`${this.passed} passed, ${this.failed} failed`);
        process.exitCode = this.failed === 0 && this.passed > 0 ? 0 : 1;
    }
}

export function must(condition, otherwise) {
    if (!condition) throw new Error(otherwise);
}

export function mustEqual(actual, wanted, what) {
    const [a, w] = [JSON.stringify(actual), JSON.stringify(wanted)];
    must(a === w, `${what}: ${a} instead of ${w}`);
}

/** Waits until `work` gives something true, and gives it. */
export async function until(work, what, { tries = 600, everyMs = 50 } = {}) {
    for (let left = tries; left > 0; --left) {
        const got = await work();
        if (got) return got;
        await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    throw new Error(`waited in vain for ${what}`);
}

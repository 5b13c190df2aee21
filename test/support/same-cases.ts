import fc from 'fast-check';

/*
 * In CI properties are tried on the same cases each time: a change is not to fail by one that it did
 * not touch. Everywhere else each run tries others.
 */
if (process.env.CI !== undefined) fc.configureGlobal({ seed: 20261122 });

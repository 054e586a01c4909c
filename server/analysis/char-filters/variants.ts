/** Folds spellings that both scripts use differently: 看著 and 看着, 瞭解 and 了解, 甚麼 and 什么. */

import type { CharMapping } from './char-mapping.ts';

/**
 * Pairs that OpenCC leaves to its phrase tables, since each is right in some words (著 in 著名).
 * They are folded after segmentation, so that the dictionary still sees 著名.
 */
const VARIANTS = new Map(
  '著着 瞭了 藉借 覆复 甚什 帳账 帐账 彷仿 祇只 妳你 牠它 揹背 粬曲 枱台 濶阔'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
);

export const foldVariants: CharMapping = (char) => VARIANTS.get(char) ?? char;

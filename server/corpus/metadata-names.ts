/** What the names of metadata mean, in whichever language and system they were written. */

/** What an entry tells of its article; persons first. */
export type MetadataRole =
  | 'author'
  | 'translator'
  | 'reviewer'
  | 'editor'
  | 'collector'
  | 'source'
  | 'category'
  | 'tags'
  | 'link'
  | 'address';

const NAMES: Readonly<Record<MetadataRole, string>> = {
  author:
    '作者 原作者 原文作者 记者 撰文 author authors by byline creator dc.creator article:author',
  translator: '译者 翻译 translator translators',
  reviewer: '校对 审校 reviewer reviewers proofreader',
  editor: '编辑 责任编辑 责编 editor editors',
  collector: '选题 选题者 collector',
  source: '来源 出处 稿源 source og:site_name',
  category: '栏目 分类 category categories article:section',
  tags: '标签 关键词 tag tags keyword keywords article:tag',
  link: '原文 原文链接 原文地址 链接 via link original',
  address: '网址 地址 url permalink canonical',
};

const ROLES: ReadonlyMap<string, MetadataRole> = new Map(
  (Object.entries(NAMES) as [MetadataRole, string][]).flatMap(([role, names]) =>
    names.split(' ').map((name): [string, MetadataRole] => [name, role]),
  ),
);

/** Traditional characters of such names, each followed by the Simplified one. */
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  '時时 間间 發发 佈布 閱阅 讀读 瀏浏 覽览 點点 擊击 數数 記记 編编 輯辑 責责 譯译 來来 處处 欄栏 標标 籤签 關关 鍵键 詞词 類类 審审 選选 題题 創创 撰撰 連连 結结 鏈链 網网'
    .split(' ')
    .map(([traditional, simplified]): [string, string] => [traditional!, simplified!]),
);

/** A name as the lists of names have it: lower case, Simplified. */
export function plainName(name: string): string {
  return Array.from(name.toLowerCase(), (char) => SIMPLIFIED.get(char) ?? char).join('');
}

/** Names that were asked for lately: a corpus has a handful, which every result has to show. */
const asked = new Map<string, MetadataRole | null>();
const MOST_ASKED = 256;

/** @returns null for a name that nobody but its writer knows */
export function roleOf(name: string): MetadataRole | null {
  let role = asked.get(name);
  if (role === undefined) {
    role = ROLES.get(plainName(name)) ?? null;
    if (asked.size >= MOST_ASKED) asked.clear();
    asked.set(name, role);
  }
  return role;
}

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

/** @returns null for a name that nobody but its writer knows */
export function roleOf(name: string): MetadataRole | null {
  return ROLES.get(name.toLowerCase()) ?? null;
}

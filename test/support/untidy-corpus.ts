/** A folder as people really have them: files in all encodings, copies, pictures, odd names. */

import iconv from 'iconv-lite';
import { findDuplicates } from '../../server/corpus/duplicates/find-duplicates.ts';
import type { IndexSource } from '../../server/http/index-source.ts';
import { IndexKeeper } from '../../server/indexing/index-keeper.ts';
import { analyzer, withFolder } from './corpus.ts';

const HARE = '从前有一只兔子，它跑得比谁都快，天天在路边笑话慢慢爬的乌龟，说它一辈子也到不了山顶。';
const FOX = '狐狸看见葡萄架上挂着一串串熟透的葡萄，跳了好几次也够不着，只好说那葡萄一定是酸的。';
const CROW = '乌鸦口渴极了，看见瓶子里的水不多，就把小石子一颗一颗地衔来放进去，水慢慢升到瓶口。';
const WOLF = '放羊的孩子一连喊了两次狼来了，村里的人都跑上山去；等狼真的来了，再也没有人相信他。';
const FROG = '井底的青蛙对海里来的大鳖说，你看我这口井多么自在，天下哪里还有比这儿更好的地方呢。';

const EVIL = '<script>document.title="ran"<';

export const UNTIDY: Readonly<Record<string, string | Uint8Array>> = {
  '寓言/龟兔赛跑.txt': `龟兔赛跑\n添加时间:2021-03-05 点击次数:1204\n${HARE}\n${FROG}`,
  '寓言/龟兔赛跑 副本.txt': `龟兔赛跑\n添加时间:2021-03-05 点击次数:1204\n${HARE}\n${FROG}`,
  '寓言/龟兔赛跑（2021年重排）.txt': `兔子和乌龟\n添加时间:2021-12-01\n${HARE.replace('路边', '大路边')}\n${FROG}`,
  '寓言/希腊/酸葡萄.txt': `酸葡萄\n添加时间:2020-13-45\n${FOX}`,
  '寓言/希腊/乌鸦喝水.txt': `乌鸦喝水\n${CROW}\n${FOX}\n${WOLF}`,
  '旧稿/一九九八年的来信.txt': iconv.encode(
    `一九九八年的来信\n添加时间:1998-07-16 点击次数:38 来源:读者\n${WOLF}\n今年夏天的雨下得很大，河水漫过了老桥，我们把书搬到了楼上。`,
    'gb18030',
  ),
  '旧稿/茶館.txt': iconv.encode(
    '茶館\n添加時間:2001-02-03\n老茶館裡坐滿了人，說書人把醒木一拍，滿堂都靜了下來，只聽見外面的雨聲。',
    'big5',
  ),
  '旧稿/空白.txt': '',
  '旧稿/扫描件.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xfe, 0x00, 0x12]),
  '图片/封面.jpg': Uint8Array.from([0xff, 0xd8]),
  '图片/说明.docx': Uint8Array.from([0x50, 0x4b]),
  [`很长的文件夹名${'一层又一层'.repeat(8)}/${'x'.repeat(120)}_${'没有空格的长文件名'.repeat(4)}.txt`]: `${'没有标点也没有空格的标题'.repeat(14)}\n正文只有一句话。`,
  [`${EVIL}/script>.txt`]: `${EVIL}/script><img src=x onerror=alert(1)>\n添加时间:2024-01-01\n<b>正文</b>。`,
  [`${EVIL}/img src=x onerror=alert(1)>.gif`]: '',
  'مرحبا بالعالم.txt': 'مرحبا بالعالم\n添加时间:2022-02-02\n右起的标题，左起的正文。',
  '\u202etxt.反写的名字.txt': '\u202e反写的标题\n添加时间:2022-02-03\n正文。',
  '👩‍👩‍👧‍👦🎉.txt': '👩‍👩‍👧‍👦 一家人的🎉\n添加时间:2022-02-04 点击次数:7\n正文。',
};

/** What a server of these files would look at, the articles compared. */
export async function sourceOfFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<IndexSource> {
  return withFolder(files, (corpusDir) =>
    withFolder({}, async (indexDir) => {
      const keeper = await IndexKeeper.open({ corpusDir, indexDir, analyzer: analyzer() });
      const { index, catalog, passedOver, saveError } = keeper;
      const report = await findDuplicates(index.articles);
      const duplicates = { report, builtAt: index.builtAt };
      return { index, catalog, passedOver, saveError, corpusError: null, duplicates };
    }),
  );
}

/** What a paragraph is set as, by its looks. */

import assert from 'node:assert/strict';
import { type ParagraphShape, shapeOf } from '../../server/http/paragraph-shape.ts';

const check = (text: string, expected: ParagraphShape): void => {
  it(`${expected}: ${text.slice(0, 40)}`, () => {
    assert.equal(shapeOf({ kind: 'body', text }), expected);
  });
};

describe('paragraph shapes', () => {
  check('自ChatGPT火出圈以来,国内科技圈开始频频发力。', 'prose');
  check('使用 brew 或 curl -sL cli.openfaas.com | sudo sh 安装 faas-cli。', 'prose');
  check('第三锅：', 'prose');
  check('', 'western');
  check('Growing old is mandatory. Growing up is optional.', 'western');
  check('CommonJS - http://www.commonjs.org/', 'western');
  check('$ sudo watch tail /var/log/auth.log', 'code');
  check('# 拉取并运行 DTR 引导程序 docker run -it --rm docker/dtr:latest install', 'code');
  check('func main() { fmt.Println("hi") }', 'code');
  check('math_test_results', 'code');
  check('vi /etc/systemd/network/enp0s3.network', 'code');
  check('2023 年 | 产量 | 单价', 'row');
  check('Intel | AT&T', 'row');

  it('a heading is a heading, whatever it says', () => {
    assert.equal(shapeOf({ kind: 'heading', text: '$ ls -l' }), 'heading');
  });
});

import type {Rule} from '../core/rule.js'
import type {SourceMeta} from '../core/source.js'

/** Labels over government documents, by the field of `meta` they fill; `null` labels only mark the block. */
export const labels: readonly {readonly field: keyof SourceMeta | null; readonly names: readonly string[]}[] =
  [
    {field: 'indexNumber', names: ['索引号', '索引编号', '信息索引号', '信息索引']},
    {
      field: 'issuer',
      names: [
        '发文机关',
        '发布机构',
        '发文单位',
        '制发机关',
        '制发单位',
        '发布单位',
        '公开机构',
        '公开主体',
        '发文机构',
        '发布机关',
        '公开单位',
        '公开责任部门',
        '责任部门',
        '制定机关',
        '信息提供单位',
        '发文部门',
        '发布部门'
      ]
    },
    {
      field: 'docNumber',
      names: ['发文字号', '文号', '发文文号', '公文文号', '文件编号', '发文号', '文件文号', '文件字号']
    },
    {
      field: 'signedOn',
      names: [
        '成文日期',
        '成文时间',
        '发文日期',
        '发文时间',
        '生成日期',
        '生成时间',
        '印发日期',
        '印发时间',
        '制发日期',
        '签发日期'
      ]
    },
    {
      field: 'publishedOn',
      names: [
        '发布日期',
        '发布时间',
        '公开日期',
        '公开时间',
        '公布日期',
        '公布时间',
        '发表时间',
        '时间',
        '日期'
      ]
    },
    {field: 'origin', names: ['来源', '信息来源', '文章来源', '稿件来源', '稿源', '来源单位']},
    {field: 'title', names: ['标题', '名称', '信息名称', '文件名称', '公文名称', '题名']},
    {
      field: null,
      names: [
        '主题分类',
        '分类',
        '主题词',
        '关键词',
        '有效性',
        '时效性',
        '时效',
        '效力状态',
        '公开方式',
        '公开范围',
        '公开属性',
        '公开类别',
        '公开形式',
        '公开程序',
        '公开时限',
        '体裁分类',
        '体裁',
        '组配分类',
        '服务对象',
        '信息类别',
        '信息分类',
        '所属分类',
        '所属主题',
        '主题类别',
        '内容概述',
        '内容概要',
        '概述',
        '生效日期',
        '生效时间',
        '实施日期',
        '废止日期',
        '失效时间',
        '文件类型',
        '文件状态',
        '保存期限',
        '语种',
        '更新日期',
        '更新时间',
        '浏览次数',
        '点击数',
        '点击次数',
        '点击量',
        '阅读次数',
        '阅读量',
        '访问量',
        '浏览量',
        '作者',
        '编辑',
        '责任编辑',
        '字体',
        '字号',
        '字体大小',
        '视力保护色',
        '分享到',
        '分享'
      ]
    }
  ]

/** `<meta name=…>` of the standard for government sites and of the common programs. */
export const metaNames: Readonly<Record<string, keyof SourceMeta>> = {
  articletitle: 'title',
  'og:title': 'title',
  pubdate: 'publishedOn',
  publishdate: 'publishedOn',
  contentsource: 'origin',
  source: 'origin'
}

export const rules: readonly Rule[] = [
  {
    id: 'read/meta-conflict',
    means: 'The page gives two values for one field; the one that stands in its block of labels was taken.',
    because: 'Tags are filled by a program when the page is made, the block from the record of the document.'
  }
]

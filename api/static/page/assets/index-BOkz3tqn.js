var e,t,n,r,i,a,o,s,c,l,u=Symbol.for(`pv`),d={},f=[],p=/^m(i|n|o|s|text|space)$/,m=Array.isArray,h=f.slice,g=Object.assign;function _(e){e&&e.parentNode&&e.remove()}function v(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:u,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function y(e){return e.children}function b(e,t){this.props=e,this.context=t,this.__g=0}function x(e,t){if(t==null)return e.__&&x(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:x(e)}function S(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=g({constructor:u},r)).__v=r.__v+1,e.vnode&&e.vnode(n),ae(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||x(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,O(a,n,o),r.__=r.__e=null,n.__e!=i&&C(n))}function C(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),C(e)}function ee(t){(8&t.__g||(t.__g|=8,n.push(t),i++))&&r==e.debounceRendering||((r=e.debounceRendering)||queueMicrotask)(w)}function w(){try{for(var e,t=1;n.length;)n.length>t&&n.sort(a),e=n.shift(),t=n.length,8&e.__g&&S(e)}finally{(i=n.length)&&(r||queueMicrotask)(w)}}function te(e,t,n,r,i,a,o,s,c,l,u){var p,m,h,g,_,v,y=r.__k||f,b=t.length;for(c=T(n,t,y,c,b),p=0;p<b;p++)(h=n.__k[p])!=null&&(m=~h.__i&&y[h.__i]||d,h.__i=p,v=ae(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&le(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=E(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function T(e,t,n,r,i){var a,o,s,c,l,d,f,p,h,g=n.length,_=g,b=0,S=0,C=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=C[a]=v(null,o):m(o)?o=C[a]=v(y,{children:o}):o.constructor===u&&o.__b?o=C[a]=v(o.type,o.props,o.key,o.ref,o.__v):C[a]=o,c=a+b,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ne(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?b--:l==c+1?b++:l!=c&&(l>c?b--:b++,S=1)):(~l||(i>g?b--:i<g&&b++),typeof o.type!=`function`&&(o.__u|=4))):C[a]=null;if(S){for(d=[],f=[],a=0;a<i;a++)if((o=C[a])&&16&o.__u){for(b=0,p=d.length;b<p;)d[h=b+p>>1]<o.__i?b=h+1:p=h;d[b]=o.__i,f[a]=b+1}for(b=d.length;a--;)f[a]&&(f[a]==b?b--:C[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=x(s)),ue(s,s));return r}function E(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=E(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=x(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ne(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function D(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function re(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||D(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||D(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=l[t]||(l[t]=ie(t)),(e.__a||={})[t]=c,a=t!=(t=t.replace(s,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function ie(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[o]==null)n[o]=c++;else if(n[o]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function ae(t,n,r,i,a,o,s,c,l,d){var p,h,v,S,C,ee,w,T,E,ne,D,re,ie,ae,O,le,k,A,j=n.type;if(n.constructor!==u)return null;128&r.__u&&(l=32&r.__u,p=r.__c.__z)&&(n.__u|=l,h=o=[],p.nodeType==8?c=oe(p,o):o.push(p),c=o[0]||c),(p=e.__b)&&p(n);n:if(typeof j==`function`){v=s.length;try{if(T=n.props,E=(p=j.prototype)&&p.render,ne=(p=j.contextType)&&i[p.__c],D=p?ne?ne.props.value:p.__:i,(S=r.__c)?(n.__c=S,2&S.__g&&(S.__g|=1)):(E?n.__c=S=new j(T,D):(n.__c=S=new b(T,D),S.constructor=j,S.render=de),ne&&ne.sub(S),S.state||(S.state={}),S.__n=i,S.__g|=8,S.__h=[],S.__k=[]),E&&(S.__s||(S.__s=S.state),j.getDerivedStateFromProps&&(S.__s==S.state&&(S.__s=g({},S.__s)),g(S.__s,j.getDerivedStateFromProps(T,S.__s)))),C=S.props,ee=S.state,S.__v=n,r.__c){if(T!==C&&E&&!j.getDerivedStateFromProps&&S.componentWillReceiveProps&&S.componentWillReceiveProps(T,D),n.__v==r.__v&&!(8&S.__g)||!(4&S.__g)&&S.shouldComponentUpdate&&!1===S.shouldComponentUpdate(T,S.__s,D)){n.__v!=r.__v&&(S.props=T,S.state=S.__s,S.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),f.push.apply(S.__h,S.__k),S.__k=[],S.__h.length&&s.push(S),c=x(r);break n}S.componentWillUpdate&&S.componentWillUpdate(T,S.__s,D),E&&S.componentDidUpdate&&S.__h.push(function(){S.componentDidUpdate(C,ee,w)})}else E&&!j.getDerivedStateFromProps&&S.componentWillMount&&S.componentWillMount(),E&&S.componentDidMount&&S.__h.push(S.componentDidMount);S.context=D,S.props=T,S.__P=t,S.__g&=-5,re=e.__r,ie=E?25:0;do S.__g&=-9,re&&re(n),p=S.render(S.props,S.state=S.__s,S.context);while(8&S.__g&&++ie<25);E&&(f.push.apply(S.__h,S.__k),S.__k=[]),S.state=S.__s,S.getChildContext&&(i=g({},i,S.getChildContext())),E&&r.__c&&S.getSnapshotBeforeUpdate&&(w=S.getSnapshotBeforeUpdate(C,ee)),ae=p&&p.type===y&&p.key==null?p.props.children:p,T.__P&&(p=c,a=(t=T.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&ue(e,e)}),r.__k=null),c=r.__k?x(r,0):null),c=te(t,m(ae)?ae:[ae],n,r,i,a,o,s,c,l,d),T.__P&&(n.__e=null,c=p),n.__u&=-161,h&&h.some(_),S.__h.length&&s.push(S),1&S.__g&&(S.__g&=-4)}catch(t){if(s.length=v,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(k=o.indexOf(c||void 0))||(k=o.length);(A=o[k-1])&&A.nodeType==8;)k--;for(;k<o.length;k++)if(A=o[k]){if(o[k]=null,O){if(A==le)break}else{if(A.nodeType!=8)break;A.data.startsWith(`$s`)&&(le=oe(O=A))}}}if(!O){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;O=c}(p=oe(O=n.__c.__z||(n.__c.__z=O)))?(n.__e=O,c=p):n.__e=c,c&&=c.nextSibling}else o&&o.some(_)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||se(n),e.__e(t,n,r)}}else c=n.__e=ce(r.__e,n,r,i,a,o,s,l,d,t);return(p=e.diffed)&&p(n),c}function oe(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function se(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(se))}function O(t,n,r){for(var i=0;i<r.length;)le(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function ce(t,n,r,i,a,o,s,c,l,u){var f,g,v,y,b,S,C,ee,w=r.props||d,T=n.props,E=n.type;if(E==`svg`?a=`http://www.w3.org/2000/svg`:E==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(f=0;f<o.length;f++)if((b=o[f])&&(E?b.localName==E:b.nodeType==3)){t=b,o[f]=null;break}}if(!t){if(ee=u.ownerDocument||document,!E)return ee.createTextNode(T);t=ee.createElementNS(a,E,T.is?T:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(E){if(u=E==`template`&&t.content||t,o=E==`textarea`&&T.defaultValue!=null?null:o&&h.call(u.childNodes),!c&&o)for(w={},f=0;f<t.attributes.length;f++)w[(b=t.attributes[f]).name]=b.value;for(f in w)b=w[f],f==`dangerouslySetInnerHTML`?v=b:f==`children`||f in T||f==`value`&&`defaultValue`in T||f==`checked`&&`defaultChecked`in T||re(t,f,null,b,a);for(f in T)b=T[f],f==`children`?y=b:f==`dangerouslySetInnerHTML`?g=b:f==`value`?S=b:f==`checked`?C=b:c&&typeof b!=`function`||w[f]===b||re(t,f,b,w[f],a);g?(c||v&&(g.__html==v.__html||g.__html==t.innerHTML)||(t.innerHTML=g.__html),n.__k=[]):(v&&(t.textContent=``),(E==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&p.test(E))&&(a=`http://www.w3.org/1999/xhtml`),te(u,m(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&x(r,0),c,l),o&&o.some(_)),c&&E!=`textarea`||(f=`value`,E==`progress`&&S==null?t.removeAttribute(f):S==null||S===t[f]&&(E!=`progress`||S)||re(t,f,S,w[f],a),f=`checked`,C!=null&&C!=t[f]&&re(t,f,C,w[f],a))}else w===T||c&&t.data==T||(t.data=T);return t}function le(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function ue(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||le(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&ue(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=oe(i,o=[]))&&(i==t.__e&&o.some(_),_(a),_(i)),r||_(t.__e),t.__e=t.__c=t.__=null}function de(e,t,n){return this.constructor(e,n)}function k(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=v(y,{children:[t]}),a=[],o=[],ae(n,n.__k,i||d,d,n.namespaceURI,i?null:n.firstChild?h.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),O(a,n.__k,o),n.__k.props.children=null}e={__e:function(e,t,n,r){for(var a,o,s;t=t.__;)if((a=t.__c)&&!(1&a.__g)){a.__g|=4;try{if((s=(o=a.constructor)&&o.getDerivedStateFromError)&&a.setState(o.getDerivedStateFromError(e)),a.componentDidCatch&&(a.componentDidCatch(e,r||{}),s=1),s&&8&a.__g)return void(a.__g|=2)}catch(t){e=t}}throw i=0,e}},t=0,b.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=g({},this.state)),typeof e==`function`&&(e=e(g({},n),this.props)),e&&(g(n,e),this.__v&&(t&&this.__k.push(t),ee(this)))},b.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),ee(this))},b.prototype.render=y,n=[],i=0,a=function(e,t){return e.__v.__b-t.__v.__b},o=Symbol(),s=/(PointerCapture)$|Capture$/i,c=0,l={};var A,j,fe,pe,me=Object.is,he=0,ge=[],_e=[],M=e,ve=M.__b,ye=M.__r,be=M.diffed,xe=M.__c,Se=M.unmount,Ce=M.__;function we(e,t){M.__h&&M.__h(j,e,he||t),he=0;var n=j.__H||(j.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function N(e){return he=1,Te(Fe,e)}function Te(e,t,n){var r=we(A++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Fe(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);me(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=j,!j.__f)){j.__f=!0;var i=j.shouldComponentUpdate;j.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,me(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function P(e,t){var n=we(A++,3);!M.__s&&Pe(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,j.__H.__h.push(n))}function Ee(e,t){var n=we(A++,4);!M.__s&&Pe(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,j.__h.push(n))}function F(e){return he=5,I(function(){return{current:e}},[])}function I(e,t){var n=we(A++,7);return Pe(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function De(){var e=we(A++,11);if(!e.__){for(var t=j.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Oe(){var e;do{for(;e=_e.shift();)try{Me(e)}catch(t){M.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=ge.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Me),t.__h.some(Ne),t.__h=[]}catch(n){t.__h=[],M.__e(n,e.__v)}}}while(_e.length)}M.__b=function(e){j=null,ve&&ve(e)},M.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ce&&Ce(e,t)},M.__r=function(e){ye&&ye(e),A=0;var t=(j=e.__c).__H;t&&(fe==j?j.__h=[]:(t.__h.some(Me),t.__h.some(Ne),A=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),fe=j},M.diffed=function(e){be&&be(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&je(ge.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),fe=j=null},M.__c=function(e,t){t.some(function(e){try{e.__h.some(Me),e.__h=e.__h.filter(function(e){return!e.__||Ne(e)})}catch(t){e.__h=[function(){throw t}]}}),xe&&xe(e,t)},M.unmount=function(e){Se&&Se(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,je(_e.push(r))}else Me(r)}catch(e){t=e}}),r.__H=void 0,t&&M.__e(t,r.__v))};var ke=typeof requestAnimationFrame==`function`;function Ae(e){var t,n=function(){clearTimeout(r),ke&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);ke&&(t=requestAnimationFrame(n))}function je(e){e!=1&&pe==M.requestAnimationFrame||((pe=M.requestAnimationFrame)||Ae)(Oe)}function Me(e){var t=j,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),j=t}function Ne(e){var t=j;e.__c=e.__(),j=t}function Pe(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!me(t,e[n])})}function Fe(e,t){return typeof t==`function`?t(e):t}var L=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new L(`
    fragment Saying on Quote {
  id
  text
  kind
  cue
  medium
  speakerAsWritten
  speaker {
    id
    name
  }
  article {
    id
    title
    publisher
    publishedAt
  }
}
    `,{fragmentName:`Saying`}),new L(`
    fragment Words on Evidence {
  article {
    id
  }
  span {
    startUtf16
    endUtf16
  }
}
    `,{fragmentName:`Words`}),new L(`
    fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}
    `,{fragmentName:`WhenParts`}),new L(`
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}
    `,{fragmentName:`Place`}),new L(`
    fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
    `,{fragmentName:`CountParts`}),new L(`
    fragment Card on Event {
  id
  type
  mode
  status
  summary
  when {
    ...WhenParts
  }
  location {
    ...Place
    parent {
      name
    }
  }
  locationBasis
  participants {
    role
    nameAsWritten
    basis
    actor {
      id
      name
    }
  }
  killed {
    ...CountParts
  }
  injured {
    ...CountParts
  }
  reports(first: 6) {
    totalCount
    nodes {
      saidBy {
        id
        name
      }
      article {
        id
        publisher
      }
    }
  }
}
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}
fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}`,{fragmentName:`Card`});var Ie=new L(`
    query OneActor($id: ID!) {
  actor(id: $id) {
    id
    name
    kind
    sector
    countryCode
    aliases
    eventCount
    quoteCount
    articleCount
    offices {
      title
      organization
      asOf
      of {
        id
        name
      }
      evidence {
        text
        article {
          id
          publisher
        }
      }
    }
  }
}
    `),Le=new L(`
    query ActorQuotes($id: ID!, $first: Int!, $after: String) {
  actor(id: $id) {
    quotes(first: $first, after: $after) {
      totalCount
      nodes {
        ...Saying
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Saying on Quote {
  id
  text
  kind
  cue
  medium
  speakerAsWritten
  speaker {
    id
    name
  }
  article {
    id
    title
    publisher
    publishedAt
  }
}`),Re=new L(`
    query Company($where: EventWhere) {
  eventStats(where: $where, by: [ACTOR, TYPE], first: 200) {
    events
    keys {
      value
    }
  }
}
    `),ze=new L(`
    query ActorNames($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Actor {
      id
      name
      kind
    }
  }
}
    `),Be=new L(`
    query OneArticle($id: ID!) {
  article(id: $id) {
    id
    title
    url
    publisher
    licence
    byline
    publishedAt
    text
  }
}
    `),Ve=new L(`
    query ArticleEvents($id: ID!, $after: String) {
  article(id: $id) {
    events(first: 50, after: $after) {
      nodes {
        id
        type
        mode
        status
        summary
        when {
          ...WhenParts
        }
        location {
          id
          name
          countryCode
        }
        locationBasis
        participants {
          role
          nameAsWritten
          basis
          actor {
            id
            name
          }
        }
        victims {
          harm
          text
          evidence {
            article {
              id
            }
          }
        }
        reports(where: {article: {eq: $id}}, first: 5) {
          nodes {
            status
            killed {
              ...CountParts
            }
            injured {
              ...CountParts
            }
            saidBy {
              id
              name
            }
            saidByBasis
            evidence {
              ...Words
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Words on Evidence {
  article {
    id
  }
  span {
    startUtf16
    endUtf16
  }
}
fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}`),He=new L(`
    query ArticleQuotes($id: ID!, $after: String) {
  article(id: $id) {
    quotes(first: 100, after: $after) {
      nodes {
        id
        text
        kind
        cue
        medium
        speakerAsWritten
        speaker {
          id
          name
        }
        evidence {
          ...Words
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Words on Evidence {
  article {
    id
  }
  span {
    startUtf16
    endUtf16
  }
}`),Ue=new L(`
    query ArticleActors($id: ID!, $after: String) {
  article(id: $id) {
    actors(first: 40, after: $after) {
      nodes {
        id
        name
        kind
        sector
        countryCode
        eventCount
        quoteCount
        articleCount
        offices {
          title
          organization
        }
        mentions(where: {article: {eq: $id}}, first: 60) {
          nodes {
            ...Words
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Words on Evidence {
  article {
    id
  }
  span {
    startUtf16
    endUtf16
  }
}`),We=new L(`
    query ArticlePlaces($id: ID!, $after: String) {
  article(id: $id) {
    locations(first: 40, after: $after) {
      nodes {
        ...Place
        eventCount
        parent {
          name
        }
        mentions(where: {article: {eq: $id}}, first: 60) {
          nodes {
            ...Words
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Words on Evidence {
  article {
    id
  }
  span {
    startUtf16
    endUtf16
  }
}
fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}`),Ge=new L(`
    query OneEvent($id: ID!, $after: String) {
  event(id: $id) {
    ...Card
    confidence
    victims {
      harm
      text
    }
    codes {
      plover
      cameoRoot
      acled
    }
    tellings: reports(first: 20, after: $after) {
      totalCount
      nodes {
        id
        type
        status
        summary
        when {
          ...WhenParts
        }
        location {
          ...Place
        }
        locationBasis
        killed {
          ...CountParts
        }
        injured {
          ...CountParts
        }
        saidBy {
          id
          name
        }
        saidByBasis
        evidence {
          text
          context(before: 120, after: 120)
        }
        article {
          id
          title
          publisher
          publishedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}
fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}
fragment Card on Event {
  id
  type
  mode
  status
  summary
  when {
    ...WhenParts
  }
  location {
    ...Place
    parent {
      name
    }
  }
  locationBasis
  participants {
    role
    nameAsWritten
    basis
    actor {
      id
      name
    }
  }
  killed {
    ...CountParts
  }
  injured {
    ...CountParts
  }
  reports(first: 6) {
    totalCount
    nodes {
      saidBy {
        id
        name
      }
      article {
        id
        publisher
      }
    }
  }
}`),Ke=new L(`
    query Events($where: EventWhere, $first: Int!, $after: String, $orderBy: EventOrder) {
  events(where: $where, first: $first, after: $after, orderBy: $orderBy) {
    totalCount
    nodes {
      ...Card
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}
fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}
fragment Card on Event {
  id
  type
  mode
  status
  summary
  when {
    ...WhenParts
  }
  location {
    ...Place
    parent {
      name
    }
  }
  locationBasis
  participants {
    role
    nameAsWritten
    basis
    actor {
      id
      name
    }
  }
  killed {
    ...CountParts
  }
  injured {
    ...CountParts
  }
  reports(first: 6) {
    totalCount
    nodes {
      saidBy {
        id
        name
      }
      article {
        id
        publisher
      }
    }
  }
}`),qe=new L(`
    query Stats($where: EventWhere, $by: [EventDimension!]!, $first: Int!) {
  eventStats(where: $where, by: $by, first: $first) {
    events
    killed
    keys {
      value
    }
  }
}
    `),Je=new L(`
    query Places($ids: [ID!]!) {
  nodes(ids: $ids) {
    ...Place
  }
}
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}`),Ye=new L(`
    query FindActors($search: String) {
  actors(search: $search, first: 8) {
    nodes {
      id
      name
      kind
      sector
      eventCount
    }
  }
}
    `),Xe=new L(`
    query Names($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Actor {
      name
    }
    ... on Location {
      name
    }
  }
}
    `),Ze=new L(`
    query OneLocation($id: ID!) {
  location(id: $id) {
    ...Place
    geonamesId
    eventCount
    parent {
      id
      name
      parent {
        id
        name
        parent {
          id
          name
        }
      }
    }
  }
}
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}`),Qe=new L(`
    query LocationMentions($id: ID!, $first: Int!, $after: String) {
  location(id: $id) {
    mentions(first: $first, after: $after) {
      totalCount
      nodes {
        text
        context(before: 80, after: 80)
        span {
          start
        }
        article {
          id
          title
          publisher
          publishedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `),$e=new L(`
    query Search($search: String!, $first: Int!) {
  events(search: $search, first: $first) {
    totalCount
    nodes {
      ...Card
    }
  }
  quotes(search: $search, first: $first) {
    totalCount
    nodes {
      ...Saying
    }
  }
  actors(search: $search, first: $first) {
    totalCount
    nodes {
      id
      name
      kind
      sector
      countryCode
      aliases
      eventCount
      quoteCount
    }
  }
  locations(search: $search, first: $first) {
    totalCount
    nodes {
      ...Place
      eventCount
      parent {
        name
      }
    }
  }
  articles(search: $search, first: $first) {
    totalCount
    nodes {
      id
      title
      publisher
      byline
      publishedAt
    }
  }
}
    fragment Saying on Quote {
  id
  text
  kind
  cue
  medium
  speakerAsWritten
  speaker {
    id
    name
  }
  article {
    id
    title
    publisher
    publishedAt
  }
}
fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}
fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}
fragment Card on Event {
  id
  type
  mode
  status
  summary
  when {
    ...WhenParts
  }
  location {
    ...Place
    parent {
      name
    }
  }
  locationBasis
  participants {
    role
    nameAsWritten
    basis
    actor {
      id
      name
    }
  }
  killed {
    ...CountParts
  }
  injured {
    ...CountParts
  }
  reports(first: 6) {
    totalCount
    nodes {
      saidBy {
        id
        name
      }
      article {
        id
        publisher
      }
    }
  }
}`),R=class extends Error{hint;constructor(e,t){super(e),this.hint=t}},et=`Check that the server still runs, then try again.`;async function tt(e,t,n){let r=await nt(`/graphql`,JSON.stringify({query:at(e.toString()),variables:t}),n),i=r.errors?.[0];if(i||!r.data)throw new R(i?.message??`The answer holds no data.`,i?.extensions?.hint??et);return r.data}async function nt(e,t,n){let r={Accept:`application/json`,"Content-Type":`application/json`},i;try{i=await fetch(e,{method:`POST`,headers:r,body:t,signal:n??null})}catch(e){throw it(e)?e:new R(`The server cannot be reached.`,et)}return rt(i)}async function rt(e){let t=await e.text();try{let n=JSON.parse(t);if(!e.ok&&n.detail)throw new R(n.detail,n.hint??et);return n}catch(t){throw t instanceof R?t:new R(`The server answered ${e.status} ${e.statusText}.`,et)}}function it(e){return e instanceof DOMException&&e.name===`AbortError`}function at(e){return e.replace(/\s+/g,` `).trim()}var ot=80,z=new Map;function B(e,t){let n=t===void 0?void 0:`${e}${JSON.stringify(t)}`,[,r]=N(0),[i,a]=N(0),o=F({});n!==void 0&&z.has(n)&&o.current.key!==n&&(o.current={key:n,data:st(n)}),P(()=>{if(n===void 0||z.has(n)&&o.current.key===n&&!o.current.failure)return;let i=new AbortController,a=e=>{o.current={key:n,data:o.current.data,...e},r(e=>e+1)};return tt(e,t,i.signal).then(e=>{ct(n,e),a({data:e})},e=>{it(e)||a({failure:e instanceof R?e:new R(String(e),`Load the page again.`)})}),()=>i.abort()},[n,i]);let{data:s,failure:c}=o.current,l=o.current.key===n;return{data:s,failure:l?c:void 0,waiting:n!==void 0&&!l,retry:()=>a(e=>e+1)}}function st(e){let t=z.get(e);return z.delete(e),z.set(e,t),t}function ct(e,t){z.set(e,t);for(let e of z.keys()){if(z.size<=ot)break;z.delete(e)}}function lt(e,t,n){let r=B(e,t),i=JSON.stringify(t),[a,o]=N({key:i,pages:[]}),[s,c]=N(),l=F(!1);P(()=>c(void 0),[i]);let u=r.data&&n(r.data),d=u?[u,...a.key===i?a.pages:[]]:[],{hasNextPage:f,endCursor:p}=d.at(-1)?.pageInfo??{hasNextPage:!1,endCursor:null},m=()=>{l.current||(l.current=!0,tt(e,{...t,after:p}).then(e=>{let t=n(e);c(void 0),o(e=>({key:i,pages:[...e.key===i?e.pages:[],...t?[t]:[]]}))},e=>c(e instanceof R?e:new R(String(e),`Try again.`))).finally(()=>{l.current=!1}))};return{nodes:d.flatMap(e=>e.nodes),total:u?.totalCount,failure:r.failure??s,waiting:r.waiting,more:f&&!r.waiting?m:void 0,retry:r.failure?r.retry:m}}var ut=40;function dt(e,t,n){let[r,i]=N({nodes:[],done:!1});return P(()=>{let r=new AbortController;async function a(){let a=[],o=null;for(let s=0;s<ut;s+=1){let s=n(await tt(e,{...t,after:o},r.signal));if(a=[...a,...s?.nodes??[]],o=s?.pageInfo.hasNextPage?s.pageInfo.endCursor:null,i({nodes:a,done:o===null}),o===null)return}}return a().catch(e=>{if(!r.signal.aborted){let t=e instanceof R?e:new R(String(e),`Load the page again.`);i(e=>({...e,failure:t}))}}),()=>r.abort()},[e,JSON.stringify(t)]),{failure:void 0,...r}}var ft=new Intl.NumberFormat(`en-GB`),pt=new Intl.DateTimeFormat(`en-GB`,{day:`numeric`,month:`short`,year:`numeric`,timeZone:`UTC`}),mt=new Intl.DateTimeFormat(`en-GB`,{day:`numeric`,timeZone:`UTC`}),ht=new Intl.DateTimeFormat(`en-GB`,{day:`numeric`,month:`short`,timeZone:`UTC`}),gt=new Intl.DateTimeFormat(`en-GB`,{month:`long`,year:`numeric`,timeZone:`UTC`}),_t=new Intl.DateTimeFormat(`en-GB`,{month:`short`,year:`numeric`,timeZone:`UTC`}),vt=new Intl.DateTimeFormat(`en-GB`,{year:`numeric`,timeZone:`UTC`});function V(e){return ft.format(e)}function H(e,t,n=`${t}s`){return`${ft.format(e)} ${e===1?t:n}`}function U(e){return new Date(`${e.slice(0,10)}T00:00:00Z`)}function yt(e){return pt.format(U(e))}function bt({earliest:e,latest:t,precision:n}){let r=e??t;if(r)return(n===`APPROXIMATE`?`about `:``)+xt(r,t??r)}function xt(e,t){let[n,r]=[U(e),U(t)];return e===t?pt.format(n):St(n,r)?vt.format(n):Ct(n,r)?gt.format(n):n.getUTCDate()===1&&wt(r)?`${_t.format(n)} – ${_t.format(r)}`:n.getUTCFullYear()===r.getUTCFullYear()?n.getUTCMonth()===r.getUTCMonth()?`${mt.format(n)}–${pt.format(r)}`:`${ht.format(n)} – ${pt.format(r)}`:`${pt.format(n)} – ${pt.format(r)}`}function St(e,t){return e.getUTCFullYear()===t.getUTCFullYear()&&e.getUTCMonth()===0&&e.getUTCDate()===1&&t.getUTCMonth()===11&&t.getUTCDate()===31}function Ct(e,t){return e.getUTCFullYear()===t.getUTCFullYear()&&e.getUTCMonth()===t.getUTCMonth()&&e.getUTCDate()===1&&wt(t)}function wt(e){return new Date(e.getTime()+864e5).getUTCDate()===1}function Tt({low:e,best:t,high:n}){return n===null?`${ft.format(t)}+`:e===n?ft.format(t):`${ft.format(e)}–${ft.format(n)}`}function Et(e,t){if(e.length<=t)return e;let n=e.slice(0,t);return`${n.slice(0,Math.max(n.lastIndexOf(` `),t/2))} …`}function Dt(){let e=new Date,t=e=>String(e).padStart(2,`0`);return`${e.getFullYear()}-${t(e.getMonth()+1)}-${t(e.getDate())}`}function Ot(e,t){let n=e.search(/\s/);return n<0||e.length<t?e:`… ${e.slice(n+1)}`}function kt(e,t){if(e.length<t)return e;let n=/^.*\s/s.exec(e)?.[0].trimEnd();return n?`${n} …`:e}var At=Symbol.for(`pv`),jt=0;Array.isArray;function W(t,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l&&typeof t!=`function`)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:t,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:At,__v:--jt,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),e.vnode&&e.vnode(u),u}var Mt={plus:`M10 4v12M4 10h12`,minus:`M4 10h12`,fit:`M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4`,box:`M4 6V4h2M9 4h2M14 4h2v2M16 9v2M16 14v2h-2M11 16H9M6 16H4v-2M4 11V9`,eye:`M2.500 10s2.800-5 7.500-5 7.500 5 7.500 5-2.800 5-7.500 5-7.500-5-7.500-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4`,close:`M5 5l10 10M15 5L5 15`,search:`M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11M13 13l4 4`,down:`M5 8l5 5 5-5`,sun:`M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M4.300 15.700l1.100-1.100M14.600 5.400l1.100-1.100`,moon:`M16.500 12A7 7 0 0 1 8 3.500a7 7 0 1 0 8.500 8.500z`,save:`M10 3v9M6 8.500l4 4 4-4M4 16h12`,arrow:`M4 10h12M11 5l5 5-5 5`};function Nt({name:e}){return W(`svg`,{class:`icon`,width:`20`,height:`20`,viewBox:`0 0 20 20`,"aria-hidden":`true`,children:W(`path`,{d:Mt[e]})})}function Pt(){let e=F(null),[t,n]=N({width:0,height:0});return Ee(()=>{let t=e.current;if(!t)return;let r=()=>n({width:t.clientWidth,height:t.clientHeight});r();let i=new ResizeObserver(r);return i.observe(t),()=>i.disconnect()},[]),[e,t]}var Ft={force:`Violence and threat`,protest:`Protest and demands`,law:`Law and crime`,harm:`Accident and disaster`,talks:`Talks and politics`,relief:`Relief and retreat`},G=Object.keys(Ft),K={ASSAULT:{name:`Assault`,family:`force`},THREATEN:{name:`Threat`,family:`force`},MOBILIZE:{name:`Mobilization`,family:`force`},PROTEST:{name:`Protest`,family:`protest`},REQUEST:{name:`Demand`,family:`protest`},REJECT:{name:`Rejection`,family:`protest`},ACCUSE:{name:`Accusation`,family:`protest`},COERCE:{name:`Coercion`,family:`law`},SANCTION:{name:`Sanction`,family:`law`},LEGAL:{name:`Legal action`,family:`law`},CRIME:{name:`Crime`,family:`law`},ACCIDENT:{name:`Accident`,family:`harm`},DISASTER:{name:`Disaster`,family:`harm`},CONSULT:{name:`Talks`,family:`talks`},AGREE:{name:`Agreement`,family:`talks`},SUPPORT:{name:`Support`,family:`talks`},COOPERATE:{name:`Cooperation`,family:`talks`},ELECTION:{name:`Election`,family:`talks`},AID:{name:`Aid`,family:`relief`},CONCEDE:{name:`Concession`,family:`relief`},RETREAT:{name:`Retreat`,family:`relief`}},It=Object.keys(K);function q(e){return K[e]?.family??`talks`}function Lt(e){return It.filter(t=>K[t].family===e)}var Rt={KILLED:`killed`,INJURED:`injured`},J={REPORTED:{name:`Reported`,meaning:`Told as fact, or by a source that the text does not doubt`},CLAIMED:{name:`Claimed`,meaning:`A party says so, and the text sets it apart`},DENIED:{name:`Denied`,meaning:`Said not to have happened`},PLANNED:{name:`Planned`,meaning:`Announced or scheduled`},HYPOTHETICAL:{name:`Hypothetical`,meaning:`If, could, might`}},zt={STATED:`told by the sentence itself`,CARRIED:`carried from another sentence`,DATELINE:`taken from the dateline`,PUBLICATION:`counted from the day of publication`,INFERRED:`inferred: other words tell it`,MODEL:`read by a model`},Bt={ACTOR:`by`,RECIPIENT:`to or with`,VICTIM:`victims`},Vt={PERSON:`Person`,ORGANIZATION:`Organization`,COUNTRY:`Country`,GROUP:`Group`},Ht={ADMIN1:`State or province`,ADMIN2:`County or district`,CITY:`City, town or village`,COUNTRY:`Country`,FACILITY:`Built or natural place`,REGION:`Region`},Ut={BUS:`business`,COP:`police`,CRM:`crime`,CVL:`civilians`,EDU:`education`,GOV:`government`,IGO:`body of states`,JUD:`courts`,LEG:`parliament`,MED:`media`,MIL:`armed forces`,NGO:`non-governmental`,OPP:`opposition`,PTY:`party`,REB:`armed group`,SPY:`intelligence`,UNKNOWN:``},Wt=new Intl.DisplayNames(`en`,{type:`region`,fallback:`code`}),Gt={CD:`DR Congo`,CG:`Republic of the Congo`,HK:`Hong Kong`,MO:`Macao`,MM:`Myanmar`};function Y(e){if(Gt[e])return Gt[e];try{return Wt.of(e)??e}catch{return e}}var Kt=11;function qt({cluster:e,x:t,y:n,radius:r,measure:i,lit:a,chosen:o,onPoint:s,onOpen:c}){return W(`button`,{type:`button`,class:[`cluster`,a&&`lit`,o&&`chosen`].filter(Boolean).join(` `),style:{transform:`translate(${t}px, ${n}px) translate(-50%, -50%)`,zIndex:a?3:1},"aria-label":Yt(e),"aria-pressed":e.spots.length===1?o:void 0,onClick:c,onMouseEnter:()=>s(!0),onMouseLeave:()=>s(!1),onFocus:()=>s(!0),onBlur:()=>s(!1),children:[W(Xt,{cluster:e,radius:r,text:r>=Kt?V(e[i]):``}),W(`span`,{class:`cluster-card`,"aria-hidden":`true`,children:[W(`strong`,{children:Jt(e)}),G.filter(t=>e.families[t]>0).map(t=>W(`span`,{class:`tally ${t}`,children:[Ft[t],` `,W(`b`,{children:V(e.families[t])})]},t)),e.killed>0&&W(`span`,{class:`tally`,children:[`Killed, added up `,W(`b`,{children:V(e.killed)})]}),W(`em`,{children:e.spots.length===1?`Click: only this place`:`Click: zoom in`})]})]})}function Jt({spots:e}){let t=e[0],n=t?.countryCode?Y(t.countryCode):void 0,r=[t?.name,n!==t?.name&&n].filter(Boolean).join(`, `);return e.length===1?r:`${r} and ${H(e.length-1,`place`)} near it`}function Yt(e){let t=e.killed>0?`, ${V(e.killed)} killed`:``;return`${Jt(e)}: ${H(e.events,`event`)}${t}`}function Xt({cluster:e,radius:t,text:n}){let r=t<Kt?t*.6:Math.min(t*.34,7),i=t*2+4,a=i/2,o=0;return W(`svg`,{width:i,height:i,"aria-hidden":`true`,children:[W(`circle`,{class:`core`,cx:a,cy:a,r:t}),G.filter(t=>e.families[t]>0).map(n=>{let i=e.families[n],s=-o;return o+=i,W(`circle`,{class:`arc ${n}`,cx:a,cy:a,r:t-r/2,"stroke-width":r,pathLength:e.events,"stroke-dasharray":`${i} ${e.events-i}`,"stroke-dashoffset":s,transform:`rotate(-90 ${a} ${a})`},n)}),n&&W(`text`,{x:a,y:a,dy:`0.36em`,children:n})]})}var Zt=256,Qt=85.05,$t={least:0,most:10};function en(e,t){let n=Math.sin(Math.max(-85.05,Math.min(Qt,t))*Math.PI/180);return{x:(e+180)/360,y:.5-Math.log((1+n)/(1-n))/(4*Math.PI)}}function tn({x:e,y:t}){let n=Math.atan(Math.sinh(Math.PI*(1-2*t)))*180/Math.PI;return{longitude:nn(e*360-180),latitude:n}}function nn(e){return((e+180)%360+360)%360-180}function rn(e){return Zt*2**e}function an({x:e,y:t},n,r){let i=en(n.longitude,n.latitude),a=rn(n.zoom),o=e-i.x;return o-=Math.round(o),{x:r.width/2+o*a,y:r.height/2+(t-i.y)*a}}function on(e,t,n){let r=en(t.longitude,t.latitude),i=rn(t.zoom);return{x:r.x+(e.x-n.width/2)/i,y:r.y+(e.y-n.height/2)/i}}function sn(e,t,n){let r=Math.max(cn(n),Math.min($t.most,t)),i=n.height/2/rn(r),a=i>=.5?.5:Math.max(i,Math.min(1-i,e.y));return{...tn({x:e.x,y:a}),zoom:r}}function cn(e){let t=Math.max(e.height,Math.min(e.width,e.height*1.6),1);return Math.max($t.least,Math.log2(t/Zt)-.35)}function ln(e,t,n,r){let i=on(n,e,t),a=sn(i,e.zoom+r,t).zoom,o=rn(a);return sn({x:i.x-(n.x-t.width/2)/o,y:i.y-(n.y-t.height/2)/o},a,t)}function un(e,t,n,r){return sn(on({x:t.width/2+n,y:t.height/2+r},e,t),e.zoom,t)}function dn(e,t,n=6){if(e.length===0)return sn({x:.53,y:.42},0,t);let[r,i]=fn(e.map(e=>e.x)),[a,o]=fn(e.map(e=>e.y)),s={width:Math.max(t.width-96,40),height:Math.max(t.height-96,40)},c=Math.min(s.width/(i-r||1e-9),s.height/(o-a||1e-9)),l=Math.min(Math.log2(c/Zt),n);return sn({x:(r+i)/2,y:(a+o)/2},l,t)}function fn(e){return e.reduce(([e,t],n)=>[Math.min(e,n),Math.max(t,n)],[1/0,-1/0])}function pn(e,t,n,r){let i=on({x:Math.min(e.x,t.x),y:Math.min(e.y,t.y)},n,r),a=on({x:Math.max(e.x,t.x),y:Math.max(e.y,t.y)},n,r),[o,s]=[tn(i),tn(a)],c=a.x-i.x>=1;return{south:s.latitude,west:c?-180:o.longitude,north:o.latitude,east:c?180:s.longitude}}function mn(e,t,n){let r=an(en(e.west,e.north),t,n),i=(((e.east-e.west)%360+360)%360||360)/360,a=an(en(e.west,e.south),t,n);return{left:r.x,top:r.y,width:i*rn(t.zoom),height:a.y-r.y}}var hn=44;function gn(e,t,n){let r=hn/rn(t),i=[];for(let t of e.toSorted((e,t)=>n(t)-n(e)||e.id.localeCompare(t.id))){let e=i.find(e=>Math.hypot(e.x-t.x,e.y-t.y)<r);e?_n(e,t):i.push({...t,families:{...t.families},spots:[t]})}return i}function _n(e,t){e.spots.push(t),e.events+=t.events,e.killed+=t.killed;for(let n of G)e.families[n]+=t.families[n]}function vn(e,t){return e<=0?5:9+18*Math.sqrt(e/Math.max(t,12))}function yn(e){let t=getComputedStyle(e),n=e=>t.getPropertyValue(`--${e}`).trim();return{land:n(`land`),border:n(`border`),coast:n(`coast`),label:n(`map-label`)}}function bn(e,t,n,r,i){let a=e.getContext(`2d`);if(!a||r.width===0)return;let o=window.devicePixelRatio||1;e.width=Math.round(r.width*o),e.height=Math.round(r.height*o),xn(a,t,n,r,i,o),a.setTransform(o,0,0,o,0,0),Sn(a,t,n,r,i)}function xn(e,t,n,r,i,a){let o=en(n.longitude,n.latitude),s=rn(n.zoom);for(let n of[-2,-1,0,1,2]){let c=r.width/2+(n-o.x)*s;if(c-s/2>r.width||c+1.5*s<0)continue;let l=r.height/2-o.y*s;e.setTransform(s*a,0,0,s*a,c*a,l*a),e.fillStyle=i.land,e.fill(t.land,`evenodd`),e.lineWidth=.8/s,e.strokeStyle=i.coast,e.stroke(t.land),e.strokeStyle=i.border,e.stroke(t.borders)}}function Sn(e,t,n,r,i){let a=rn(n.zoom);e.font=`500 10.5px "Public Sans Variable", sans-serif`,e.letterSpacing=`0.08em`,e.textAlign=`center`,e.textBaseline=`middle`,e.fillStyle=i.label;for(let i of t.labels){let t=i.name.toUpperCase(),o=i.width*a;if(o<t.length*7+6||o>r.width*4)continue;let{x:s,y:c}=an(i,n,r);e.fillText(t,s,c)}}var Cn=8;function wn(e){let t=F(e);t.current=e;let n=F(new Map),r=F(void 0),[i,a]=N();P(()=>{let n=e.frame.current,r=e=>{e.preventDefault();let{view:r,size:i,setView:a}=t.current,o=-e.deltaY*(e.deltaMode===1?.05:.002);a(ln(r,i,Tn(e,n),Math.max(-1,Math.min(1,o))))};return n?.addEventListener(`wheel`,r,{passive:!1}),()=>n?.removeEventListener(`wheel`,r)},[]);let o={onPointerDown(t){if(t.button!==0||t.target.closest(`button`))return;let i=t.currentTarget;i.setPointerCapture(t.pointerId);let a=Tn(t,i);n.current.set(t.pointerId,a),r.current=t.shiftKey||e.drawing?a:void 0},onPointerMove(e){let t=n.current.get(e.pointerId);if(!t)return;let i=Tn(e,e.currentTarget);r.current?a(En(r.current,i)):s(e.pointerId,t,i),n.current.set(e.pointerId,i)},onPointerUp(e){let{view:i,size:o,onBox:s}=t.current,c=Tn(e,e.currentTarget);if(n.current.delete(e.pointerId)&&r.current){let{width:e,height:t}=En(r.current,c);s(e>Cn&&t>Cn?pn(r.current,c,i,o):void 0),r.current=void 0,a(void 0)}},onPointerCancel(e){n.current.delete(e.pointerId),r.current=void 0,a(void 0)},onDblClick(e){let{view:n,size:r,setView:i}=t.current;i(ln(n,r,Tn(e,e.currentTarget),1))}};function s(e,r,i){let{view:a,size:o,setView:s}=t.current,c=[...n.current].find(([t])=>t!==e)?.[1];if(!c){s(un(a,o,r.x-i.x,r.y-i.y));return}let l=e=>Math.max(Math.hypot(e.x-c.x,e.y-c.y),1);s(ln(a,o,c,Math.log2(l(i)/l(r))))}return{handlers:o,rubber:i}}function Tn(e,t){let{left:n,top:r}=t.getBoundingClientRect();return{x:e.clientX-n,y:e.clientY-r}}function En(e,t){return{left:Math.min(e.x,t.x),top:Math.min(e.y,t.y),width:Math.abs(e.x-t.x),height:Math.abs(e.y-t.y)}}var Dn=`/static/page/assets/countries-110m-B3KlhDC_.json`,On=`/static/page/assets/countries-50m-BphFPm15.json`;function kn(e){return e}function An(e){if(e==null)return kn;var t,n,r=e.scale[0],i=e.scale[1],a=e.translate[0],o=e.translate[1];return function(e,s){s||(t=n=0);var c=2,l=e.length,u=Array(l);for(u[0]=(t+=e[0])*r+a,u[1]=(n+=e[1])*i+o;c<l;)u[c]=e[c],++c;return u}}function jn(e,t){for(var n,r=e.length,i=r-t;i<--r;)n=e[i],e[i++]=e[r],e[r]=n}function Mn(e,t){return typeof t==`string`&&(t=e.objects[t]),t.type===`GeometryCollection`?{type:`FeatureCollection`,features:t.geometries.map(function(t){return Nn(e,t)})}:Nn(e,t)}function Nn(e,t){var n=t.id,r=t.bbox,i=t.properties==null?{}:t.properties,a=Pn(e,t);return n==null&&r==null?{type:`Feature`,properties:i,geometry:a}:r==null?{type:`Feature`,id:n,properties:i,geometry:a}:{type:`Feature`,id:n,bbox:r,properties:i,geometry:a}}function Pn(e,t){var n=An(e.transform),r=e.arcs;function i(e,t){t.length&&t.pop();for(var i=r[e<0?~e:e],a=0,o=i.length;a<o;++a)t.push(n(i[a],a));e<0&&jn(t,o)}function a(e){return n(e)}function o(e){for(var t=[],n=0,r=e.length;n<r;++n)i(e[n],t);return t.length<2&&t.push(t[0]),t}function s(e){for(var t=o(e);t.length<4;)t.push(t[0]);return t}function c(e){return e.map(s)}function l(e){var t=e.type,n;switch(t){case`GeometryCollection`:return{type:t,geometries:e.geometries.map(l)};case`Point`:n=a(e.coordinates);break;case`MultiPoint`:n=e.coordinates.map(a);break;case`LineString`:n=o(e.arcs);break;case`MultiLineString`:n=e.arcs.map(o);break;case`Polygon`:n=c(e.arcs);break;case`MultiPolygon`:n=e.arcs.map(c);break;default:return null}return{type:t,coordinates:n}}return l(t)}function Fn(e,t){var n={},r={},i={},a=[],o=-1;t.forEach(function(n,r){var i=e.arcs[n<0?~n:n],a;i.length<3&&!i[1][0]&&!i[1][1]&&(a=t[++o],t[o]=n,t[r]=a)}),t.forEach(function(e){var t=s(e),n=t[0],a=t[1],o,c;if(o=i[n]){if(delete i[o.end],o.push(e),o.end=a,c=r[a]){delete r[c.start];var l=c===o?o:o.concat(c);r[l.start=o.start]=i[l.end=c.end]=l}else r[o.start]=i[o.end]=o}else if(o=r[a]){if(delete r[o.start],o.unshift(e),o.start=n,c=i[n]){delete i[c.end];var u=c===o?o:c.concat(o);r[u.start=c.start]=i[u.end=o.end]=u}else r[o.start]=i[o.end]=o}else o=[e],r[o.start=n]=i[o.end=a]=o});function s(t){var n=e.arcs[t<0?~t:t],r=n[0],i;return e.transform?(i=[0,0],n.forEach(function(e){i[0]+=e[0],i[1]+=e[1]})):i=n[n.length-1],t<0?[i,r]:[r,i]}function c(e,t){for(var r in e){var i=e[r];delete t[i.start],delete i.start,delete i.end,i.forEach(function(e){n[e<0?~e:e]=1}),a.push(i)}}return c(i,r),c(r,i),t.forEach(function(e){n[e<0?~e:e]||a.push([e])}),a}function In(e){return Pn(e,Ln.apply(this,arguments))}function Ln(e,t,n){var r,i,a;if(arguments.length>1)r=Rn(e,t,n);else for(i=0,r=Array(a=e.arcs.length);i<a;++i)r[i]=i;return{type:`MultiLineString`,arcs:Fn(e,r)}}function Rn(e,t,n){var r=[],i=[],a;function o(e){var t=e<0?~e:e;(i[t]||(i[t]=[])).push({i:e,g:a})}function s(e){e.forEach(o)}function c(e){e.forEach(s)}function l(e){e.forEach(c)}function u(e){switch(a=e,e.type){case`GeometryCollection`:e.geometries.forEach(u);break;case`LineString`:s(e.arcs);break;case`MultiLineString`:case`Polygon`:c(e.arcs);break;case`MultiPolygon`:l(e.arcs)}}return u(t),i.forEach(n==null?function(e){r.push(e[0].i)}:function(e){n(e[0].g,e[e.length-1].g)&&r.push(e[0].i)}),r}var zn={coarse:Dn,fine:On},Bn=new Map;function Vn(e){let t=Bn.get(e);if(t)return t;let n=fetch(zn[e]).then(async e=>Hn(await e.json()));return n.catch(()=>Bn.delete(e)),Bn.set(e,n),n}function Hn(e){let{countries:t}=e.objects,n=Mn(e,t).features.flatMap(({geometry:e,properties:t})=>({name:t.name,polygons:Un(e)})).filter(e=>e.name!==`Antarctica`),r=new Path2D;n.forEach(({polygons:e})=>e.flat().forEach(e=>Gn(r,e,!0)));let i=new Path2D;return In(e,t,(e,t)=>e!==t).coordinates.forEach(e=>Gn(i,e,!1)),{land:r,borders:i,labels:n.flatMap(Kn)}}function Un(e){return e?e.type===`Polygon`?[e.coordinates]:e.coordinates:[]}function Wn(e){let[t,n]=[e[0]?.[0]??0,0];return e.map(([e=0,r=0])=>{n-=Math.round((e-t)/360),t=e;let{x:i,y:a}=en(e,r);return{x:i+n,y:a}})}function Gn(e,t,n){Wn(t).forEach(({x:t,y:n},r)=>{r===0?e.moveTo(t,n):e.lineTo(t,n)}),n&&e.closePath()}function Kn({name:e,polygons:t}){return t.map(([t])=>{let n=Wn(t??[]),[r,i]=[Math.min(...n.map(({x:e})=>e)),Math.max(...n.map(({x:e})=>e))];return{...qn(n),width:i-r,name:e}}).toSorted((e,t)=>t.width-e.width).slice(0,1)}function qn(e){let[t,n,r]=[0,0,0];return e.forEach((i,a)=>{let o=e[(a+1)%e.length],s=i.x*o.y-o.x*i.y;t+=s,n+=(i.x+o.x)*s,r+=(i.y+o.y)*s}),t===0?e[0]??{x:0,y:0}:{x:n/(3*t),y:r/(3*t)}}function Jn(e){let{spots:t,measure:n,box:r,lit:i,chosen:a,onPoint:o}=e,[s,c]=Pt(),l=F(null),[u,d]=N(!1),{view:f,setView:p}=Yn(e,c),m=Xn(f.zoom),h=wn({frame:s,view:f,size:c,setView:p,drawing:u,onBox:b}),g=e=>n===`killed`?e.killed:e.events,_=Math.round(f.zoom*4)/4,v=I(()=>gn(t,_,g),[t,_,n]),y=Math.max(0,...v.map(e=>e[n]));function b(t){d(!1),t&&e.onBox(t)}P(()=>{l.current&&m&&bn(l.current,m,f,c,yn(l.current))},[m,f,c,e.theme]);function x(t){if(t.spots.length===1){e.onChoose(t.spots[0]);return}let n=dn(t.spots,c,9);p(n.zoom>f.zoom+.2?n:ln(f,c,an(t,f,c),1.5))}let S={x:c.width/2,y:c.height/2};return W(`section`,{class:`map`,"aria-label":`Map`,children:[W(`div`,{ref:s,class:u?`map-frame drawing`:`map-frame`,tabIndex:0,role:`group`,"aria-label":`Map of events. Arrow keys move it, plus and minus zoom, Tab goes through the places.`,"data-drawn":m?`yes`:`no`,onKeyDown:e=>Zn(e,(e,t)=>p(un(f,c,e,t)),e=>p(ln(f,c,S,e))),...h.handlers,children:[W(`canvas`,{ref:l,"aria-hidden":`true`}),r&&W(Qn,{...mn(r,f,c),name:`box`}),h.rubber&&W(Qn,{...h.rubber,name:`box rubber`}),v.map(e=>{let{x:t,y:r}=an(e,f,c),s=e.spots.map(e=>e.id);return t<-30||r<-30||t>c.width+30||r>c.height+30?null:W(qt,{cluster:e,x:t,y:r,radius:vn(e[n],y),measure:n,lit:s.some(e=>i.has(e)),chosen:s.some(e=>a.includes(e)),onPoint:e=>o(e?s:void 0),onOpen:()=>x(e)},s[0])})]}),W(`div`,{class:`map-tools`,role:`toolbar`,"aria-label":`Map tools`,children:[W($n,{name:`Zoom in`,icon:`plus`,act:()=>p(ln(f,c,S,1))}),W($n,{name:`Zoom out`,icon:`minus`,act:()=>p(ln(f,c,S,-1))}),W($n,{name:`Show all places`,icon:`fit`,act:()=>p(void 0)}),W($n,{name:`Draw a box to filter by`,icon:`box`,pressed:u,act:()=>d(!u)}),W($n,{name:r?`Remove the box`:`Only what is in view`,icon:r?`close`:`eye`,act:()=>e.onBox(r?void 0:pn({x:0,y:0},{x:c.width,y:c.height},f,c))})]}),u&&W(`p`,{class:`map-note`,role:`status`,children:`Drag over the map to draw a box.`}),!u&&e.note&&W(`p`,{class:`map-note`,children:e.note}),W(`p`,{class:`map-credit`,children:`Outlines: Natural Earth`}),W(`label`,{class:`map-scale`,children:[W(`span`,{children:`Circles by`}),W(`select`,{value:n,onChange:t=>e.onMeasure(t.currentTarget.value),children:[W(`option`,{value:`events`,children:`number of events`}),W(`option`,{value:`killed`,children:`people killed`})]})]})]})}function Yn({spots:e,view:t,onView:n},r){let i=I(()=>dn(e,r),[r.width,r.height,e.length>0]),[a,o]=N(t),s=F(t);return P(()=>{JSON.stringify(t)!==JSON.stringify(s.current)&&(s.current=t,o(t))},[t]),P(()=>{let e=window.setTimeout(()=>{a!==s.current&&(s.current=a,n(a))},400);return()=>window.clearTimeout(e)},[a]),{view:a??i,setView:o}}function Xn(e){let[t,n]=N(),[r,i]=N(!1);return P(()=>{Vn(`coarse`).then(e=>n(t=>t??e),()=>void 0)},[]),P(()=>{t&&!r&&e>1.6&&(i(!0),Vn(`fine`).then(n,()=>void 0))},[t,e]),t}function Zn(e,t,n){let r={ArrowLeft:[-80,0],ArrowRight:[80,0],ArrowUp:[0,-80],ArrowDown:[0,80]},i={"+":.5,"=":.5,"-":-.5,_:-.5},a=r[e.key];if(a)t(...a);else if(i[e.key])n(i[e.key]);else return;e.preventDefault()}function Qn({name:e,left:t,top:n,width:r,height:i}){return W(`div`,{class:e,style:{left:`${t}px`,top:`${n}px`,width:`${r}px`,height:`${i}px`}})}function $n({name:e,icon:t,act:n,pressed:r}){return W(`button`,{type:`button`,title:e,"aria-label":e,"aria-pressed":r,onClick:n,children:W(Nt,{name:t})})}var er=/^\/(event|article|actor|location)\/([a-z]{3}_[a-z0-9]+)$/;function tr(e){let t=er.exec(e);return t?{view:t[1],id:t[2]}:{view:{"/":`explore`,"/search":`search`,"/try":`try`}[e]??`missing`}}function nr(){let{pathname:e,search:t,hash:n}=window.location;return{path:e,query:t.slice(1),hash:decodeURIComponent(n.slice(1))}}function rr(e,{replace:t=!1}={}){let n=new URL(e,window.location.href).pathname!==window.location.pathname;window.history[t?`replaceState`:`pushState`](null,``,e),window.dispatchEvent(new Event(ir)),n&&(window.scrollTo(0,0),document.querySelector(`main`)?.focus({preventScroll:!0}))}var ir=`dateline:moved`;function ar(){let[e,t]=N(nr);return P(()=>{let e=()=>t(nr()),n=[`popstate`,`hashchange`,ir];return n.forEach(t=>window.addEventListener(t,e)),document.addEventListener(`click`,or),()=>{n.forEach(t=>window.removeEventListener(t,e)),document.removeEventListener(`click`,or)}},[]),e}function or(e){let t=e.target?.closest?.(`a[href]`),n=e.ctrlKey||e.metaKey||e.shiftKey||e.altKey||e.button!==0;!(t instanceof HTMLAnchorElement)||n||e.defaultPrevented||t.target||t.download||t.origin===window.location.origin&&tr(t.pathname).view!==`missing`&&(e.preventDefault(),rr(t.pathname+t.search+t.hash))}function sr(e){P(()=>{document.title=e?`${e} · Dateline`:`Dateline: what happened, where and when`},[e])}var cr={types:[],statuses:[],countries:[],publishers:[],actors:[],locations:[],days:{}};function lr(e){let t=new URLSearchParams(e),n=t.get(`size`)===`killed`?`killed`:`events`,r=t.get(`sort`);return{filter:ur(t),size:n,order:r===`oldest`||r===`deadliest`?r:`newest`,view:gr(t.get(`view`)),span:vr(t.get(`span`))}}function ur(e){return{types:dr(e,`type`).filter(e=>e in K),statuses:dr(e,`status`).filter(e=>e in J),countries:dr(e,`countryCode`).filter(e=>/^[A-Z]{2}$/.test(e)),publishers:[...new Set(e.getAll(`publisher`).flatMap(fr))],actors:dr(e,`actor`).filter(e=>e.startsWith(`act_`)),locations:dr(e,`location`).filter(e=>e.startsWith(`loc_`)),days:{from:pr(e.get(`when.gte`)),to:pr(e.get(`when.lte`))},killed:mr(e.get(`killed.gte`)),box:hr(e.get(`within`))}}function dr(e,t){let n=e.getAll(t).flatMap(e=>e.split(`,`));return[...new Set(n.filter(Boolean))]}function fr(e){return(e.match(/(?:\\.|[^,\\])+/g)??[]).map(e=>e.replace(/\\(.)/g,`$1`).trim()).filter(Boolean)}function pr(e){if(!e||!/^\d{4}-\d{2}-\d{2}$/.test(e))return;let t=Date.parse(`${e}T00:00:00Z`);return Number.isNaN(t)||new Date(t).toISOString().slice(0,10)!==e?void 0:e}function mr(e){return e&&/^\d{1,9}$/.test(e)&&Number(e)>0?Number(e):void 0}function hr(e){let[t,n,r,i]=_r(e,4);if(t!==void 0&&n!==void 0&&r!==void 0&&i!==void 0)return t<r&&Math.abs(t)<=90&&Math.abs(r)<=90&&Math.abs(n)<=180&&Math.abs(i)<=180?{south:t,west:n,north:r,east:i}:void 0}function gr(e){let[t,n,r]=_r(e,3);if(t!==void 0&&n!==void 0&&r!==void 0)return Math.abs(t)<=180&&Math.abs(n)<=85&&r>=0&&r<=12?{longitude:t,latitude:n,zoom:r}:void 0}function _r(e,t){let n=e?.split(`,`).map(Number)??[];return n.length===t&&n.every(Number.isFinite)?n:[]}function vr(e){let[t,n]=(e??``).split(`,`).map(pr);return t&&n&&t<=n?{from:t,to:n}:void 0}function yr(e){let t=br(e.filter);if(e.size!==`events`&&t.set(`size`,e.size),e.order!==`newest`&&t.set(`sort`,e.order),e.view){let{longitude:n,latitude:r,zoom:i}=e.view;t.set(`view`,`${Sr(n,3)},${Sr(r,3)},${Sr(i,2)}`)}return e.span?.from&&e.span.to&&t.set(`span`,`${e.span.from},${e.span.to}`),xr(t)}function br(e){let t=new URLSearchParams,n=[[`type`,e.types],[`status`,e.statuses],[`countryCode`,e.countries],[`actor`,e.actors],[`location`,e.locations],[`publisher`,e.publishers.map(e=>e.replace(/[\\,]/g,`\\$&`))]];for(let[e,r]of n)r.length>0&&t.set(e,r.join(`,`));let{days:r,killed:i,box:a}=e,o=[[`when.gte`,r.from],[`when.lte`,r.to],[`killed.gte`,i?.toString()],[`within`,a&&[a.south,a.west,a.north,a.east].map(e=>Sr(e,3)).join(`,`)]];for(let[e,n]of o)n&&t.set(e,n);return t}function xr(e){return e.toString().replaceAll(`%2C`,`,`)}function Sr(e,t){return Number(e.toFixed(t))}function Cr(e,t){let n={};return e.types.length&&t!==`types`&&(n.type={oneOf:e.types}),e.statuses.length&&t!==`statuses`&&(n.status={oneOf:e.statuses}),e.countries.length&&t!==`countries`&&(n.countryCode={oneOf:e.countries}),e.publishers.length&&t!==`publishers`&&(n.publisher={oneOf:e.publishers}),e.actors.length&&(n.actor={oneOf:e.actors}),t!==`days`&&(e.days.from||e.days.to)&&(n.when={gte:e.days.from??null,lte:e.days.to??null}),e.killed&&(n.killed={gte:e.killed}),t!==`places`&&(e.locations.length&&(n.location={oneOf:e.locations}),e.box&&(n.within={...e.box})),n}var wr={newest:{field:`DATE`,direction:`DESC`},oldest:{field:`DATE`,direction:`ASC`},deadliest:{field:`KILLED`,direction:`DESC`}},Tr={csv:`CSV, for spreadsheets`,geojson:`GeoJSON, for maps`,parquet:`Parquet, for notebooks`,arrow:`Arrow, for data frames`};function Er(e,t){let n=xr(br(e));return`/v1/events.${t}${n&&`?`}${n}`}function Dr(e,t){return`/graphql#${new URLSearchParams({query:e,variables:JSON.stringify(t)})}`}function Or(e){return br(e).size>0}function kr({what:e,lines:t=3}){return W(`div`,{class:`waiting`,role:`status`,children:[W(`span`,{class:`unseen`,children:[`Loading `,e,` …`]}),Array.from({length:t},(e,t)=>W(`i`,{},t))]})}function Ar({title:e,heading:t=`h2`,children:n}){return W(`div`,{class:`empty`,children:[W(t,{children:e}),n]})}function X({failure:e,retry:t}){return W(`div`,{class:`broken`,role:`alert`,children:[W(`p`,{children:[W(`strong`,{children:e.message}),` `,e.hint]}),t&&W(`button`,{type:`button`,onClick:t,children:`Try again`})]})}function jr({name:e,countryCode:t}){let n=t?Y(t):void 0;return n&&n!==e?`${e}, ${n}`:e}function Mr({basis:e}){return e&&e!==`STATED`?W(`span`,{class:`taken`,title:`This was ${zt[e]}`,children:[W(`span`,{"aria-hidden":`true`,children:`*`}),W(`span`,{class:`unseen`,children:[` (`,zt[e],`)`]})]}):null}function Nr({event:e,lit:t,heading:n=`h3`,onPoint:r}){let i=r&&{onMouseEnter:()=>r(!0),onMouseLeave:()=>r(!1),onFocusCapture:()=>r(!0)};return W(`article`,{class:`card ${q(e.type)} ${t?`lit`:``}`,"data-event":e.id,...i,children:[W(`p`,{class:`card-top`,children:[W(Pr,{type:e.type,mode:e.mode}),W(Fr,{status:e.status})]}),W(n,{children:W(`a`,{href:`/event/${e.id}`,children:[W(Ir,{event:e}),Et(e.summary,260)]})}),W(`p`,{class:`card-facts`,children:[W(Lr,{count:e.killed,word:`killed`}),W(Lr,{count:e.injured,word:`injured`}),W(Rr,{participants:e.participants})]}),W(zr,{event:e})]})}function Pr({type:e,mode:t}){return W(`span`,{class:`type ${q(e)}`,children:[K[e].name,t&&W(`span`,{class:`mode`,children:[` · `,t]})]})}function Fr({status:e}){let{name:t,meaning:n}=J[e];return e===`REPORTED`?null:W(`span`,{class:`stamp ${e.toLowerCase()}`,title:n,children:t})}function Ir({event:e}){let t=bt(e.when);return W(`span`,{class:`dateline`,children:[e.location&&W(`b`,{children:jr(e.location)}),W(Mr,{basis:e.locationBasis}),e.location&&t&&`, `,t&&W(`time`,{children:t}),e.when.basis!==`PUBLICATION`&&W(Mr,{basis:e.when.basis}),!e.location&&!t&&W(`i`,{children:`No place or date`}),W(`span`,{"aria-hidden":`true`,children:` — `})]})}function Lr({count:e,word:t}){return e?W(`span`,{class:`toll ${t}`,title:`As written: ${e.text}`,children:[W(`b`,{children:Tt(e)}),` `,t,W(Mr,{basis:e.basis})]}):null}function Rr({participants:e,most:t=3}){return W(y,{children:[...new Set(e.map(({role:e})=>e))].map(n=>{let r=e.filter(e=>e.role===n);return W(`span`,{class:`who`,children:[W(`em`,{children:Bt[n]}),` `,r.slice(0,t).map((e,t)=>W(`span`,{children:[t>0&&`, `,e.actor?W(`a`,{href:`/actor/${e.actor.id}`,children:e.actor.name}):e.nameAsWritten,W(Mr,{basis:e.basis})]},e.nameAsWritten)),r.length>t&&` and ${r.length-t} more`]},n)})})}function zr({event:e}){let{nodes:t,totalCount:n}=e.reports,r=[...new Set(t.map(({article:e})=>e.publisher??`an unnamed publisher`))],i=new Map(t.flatMap(({saidBy:e})=>e?[[e.id,e.name]]:[]));return W(`p`,{class:`card-sources`,children:[n>1&&W(`b`,{children:[H(n,`report`),`: `]}),r.join(`, `),i.size>0&&` · according to `,[...i].slice(0,2).map(([e,t],n)=>W(`span`,{children:[n>0&&`, `,W(`a`,{href:`/actor/${e}`,children:t})]},e))]})}function Br({events:e,empty:t,lit:n,onPoint:r,heading:i=`h3`}){let{nodes:a,total:o,failure:s,waiting:c,more:l,retry:u}=e;return a.length===0?s?W(X,{failure:s,retry:u}):c||o===void 0?W(kr,{what:`events`,lines:9}):W(y,{children:t}):W(`div`,{class:`cards`,"aria-busy":c,children:[a.map(e=>W(Nr,{event:e,heading:i,lit:n?.(e)??!1,...r&&{onPoint:t=>r(t?e:void 0)}},e.id)),s&&W(X,{failure:s,retry:u}),W(Vr,{more:l,shown:a.length,total:o})]})}function Vr({more:e,shown:t,total:n}){return e?W(`p`,{class:`more`,children:[W(`button`,{type:`button`,onClick:e,children:`Show more`}),n!==void 0&&W(`span`,{class:`aside`,children:[V(t),` of `,V(n)]})]}):null}var Hr=400,Ur=864e5;function Wr(e,t){let n=e.flatMap(({events:e,keys:t})=>t[0]?.value?[{at:t[0].value,type:t[1]?.value,events:e}]:[]),r=Gr(e.filter(({keys:e})=>!e[0]?.value).map(({events:e})=>e));if(t?.from&&t.to){let{from:e,to:r}={from:t.from,to:t.to};n=n.filter(({at:t})=>t>=e.slice(0,t.length)&&t<=r.slice(0,t.length))}let i=n.map(({at:e})=>e).toSorted(),[a,o]=[t?.from??i[0],t?.to??i.at(-1)];if(!a||!o)return{bins:[],unit:`MONTH`,undated:r};let s=i[0]?.length===10?`DAY`:`MONTH`,c=s===`MONTH`&&qr(a,o,`MONTH`)>Hr?`YEAR`:s,l=new Map(Yr(a,o,c).map(e=>[Kr(e.from,c),e]));for(let{at:e,type:t,events:r}of n){let n=l.get(Kr(e,c));if(n&&(n.events+=r,t)){let e=q(t);n.families={...n.families,[e]:(n.families?.[e]??0)+r}}}return{bins:[...l.values()],unit:c,undated:r}}function Gr(e){return e.reduce((e,t)=>e+t,0)}function Kr(e,t){return e.slice(0,{DAY:10,MONTH:7,YEAR:4}[t])}function qr(e,t,n){let[r,i]=[U(Jr(e)),U(Jr(t))],a=i.getUTCFullYear()-r.getUTCFullYear();return{DAY:(i.getTime()-r.getTime())/Ur,MONTH:a*12,YEAR:a}[n]}function Jr(e){return`${e}-01-01`.slice(0,10)}function Yr(e,t,n){let r=[],i=U(Jr(t)),a=Xr(U(Jr(e)),n);for(;a<=i;){let e=Zr(a,n);r.push({from:$r(a),to:$r(new Date(e.getTime()-Ur)),events:0}),a=e}return r}function Xr(e,t){let[n,r]=[e.getUTCFullYear(),t===`YEAR`?0:e.getUTCMonth()];return Qr(n,r,t===`DAY`?e.getUTCDate():1)}function Zr(e,t){let[n,r,i]=[e.getUTCFullYear(),e.getUTCMonth(),e.getUTCDate()];return{DAY:Qr(n,r,i+1),MONTH:Qr(n,r+1,1),YEAR:Qr(n+1,0,1)}[t]}function Qr(e,t,n){let r=new Date(0);return r.setUTCFullYear(e,t,n),r}function $r(e){return e.toISOString().slice(0,10)}function ei({from:e,to:t}){return e&&t?(U(t).getTime()-U(e).getTime())/Ur+1:1/0}function ti(e,{from:t,to:n}){let r=t?e.findIndex(e=>e.to>=t):0,i=n?e.findLastIndex(e=>e.from<=n):e.length-1;return r>=0&&i>=r?{first:r,last:i}:void 0}var ni=[`Jan`,`Feb`,`Mar`,`Apr`,`May`,`Jun`,`Jul`,`Aug`,`Sept`,`Oct`,`Nov`,`Dec`];function ri(e,t,n){let r=Math.max(2,Math.floor(n/64)),i={DAY:[1,2,7,14,28],MONTH:[1,3,6,12,24,60,120],YEAR:[1,2,5,10,20,50,100]}[t],a=i.find(t=>e.length/t<=r)??i.at(-1);return e.flatMap((e,n)=>ii(e,n,t,a)?[{index:n,text:ai(e,t,a)}]:[])}function ii({from:e},t,n,r){let[i,a]=[Number(e.slice(0,4)),Number(e.slice(5,7))-1];return(n===`DAY`?t:n===`MONTH`?i*12+a:i)%r===0}function ai({from:e},t,n){let[r,i,a]=[e.slice(0,4),ni[Number(e.slice(5,7))-1],Number(e.slice(8))];return t===`DAY`?`${a} ${i}`:t===`MONTH`&&n<12&&i!==`Jan`?i:r}function oi({edge:e,bins:t,brushed:n,step:r,onDays:i}){let a=F(void 0),{first:o,last:s}=n??{first:0,last:t.length-1},c=e===`first`?o:s,l=(n,r)=>{let a=e===`first`?Math.max(0,Math.min(n,s)):Math.min(t.length-1,Math.max(n,o)),[c,l]=e===`first`?[a,s]:[o,a];i({from:t[c]?.from,to:t[l]?.to},r)};return W(`button`,{type:`button`,class:n?`handle`:`handle resting`,role:`slider`,"aria-label":e===`first`?`From`:`To`,"aria-valuemin":0,"aria-valuemax":t.length-1,"aria-valuenow":c,"aria-valuetext":yt((e===`first`?t[c]?.from:t[c]?.to)??``),style:{left:`${(e===`first`?o:s+1)*r}px`},onKeyDown:e=>{let r={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1,PageDown:-6,PageUp:6,Home:-t.length,End:t.length}[e.key];r?(e.preventDefault(),l(c+r,!0)):e.key===`Escape`&&n&&i({},!0)},onPointerDown:e=>{e.currentTarget.setPointerCapture(e.pointerId),a.current=e.clientX-c*r},onPointerMove:e=>{a.current!==void 0&&l(Math.round((e.clientX-a.current)/r),!1)},onPointerUp:e=>{a.current!==void 0&&(l(Math.round((e.clientX-a.current)/r),!0),a.current=void 0)}})}var si=74,ci={DAY:`day`,MONTH:`month`,YEAR:`year`};function li(e){let{bins:t,unit:n,days:r,onDays:i,lit:a,onPoint:o}=e,[s,c]=Pt(),[l,u]=N(),[d,f]=N(),p=F(void 0),m=t.length?c.width/t.length:0,h=Math.max(1,...t.map(e=>e.events)),g=r.from||r.to?ti(t,r):void 0,_=e=>{let n=e.clientX-e.currentTarget.getBoundingClientRect().left;return Math.max(0,Math.min(t.length-1,Math.floor(n/m)))},v=(e,n)=>({from:t[Math.min(e,n)]?.from,to:t[Math.max(e,n)]?.to}),b=e=>{f(e),o(e===void 0?void 0:v(e,e))};return W(`section`,{class:`timeline`,"aria-label":`Timeline`,children:[W(`div`,{class:`timeline-head`,children:[W(`p`,{class:`timeline-words`,role:`status`,children:ui(e,d,g)}),W(`p`,{class:`timeline-tools`,children:[e.undated>0&&W(`span`,{class:`aside`,children:[V(e.undated),` without an exact month`]}),g&&W(y,{children:[W(`button`,{type:`button`,class:`small`,onClick:()=>e.onSpan(v(g.first,g.last)),children:`Zoom to it`}),W(`button`,{type:`button`,class:`small`,onClick:()=>i({},!0),children:`All dates`})]}),e.span&&W(`button`,{type:`button`,class:`small`,onClick:()=>e.onSpan(void 0),children:`Whole timeline`})]})]}),W(`div`,{ref:s,class:`timeline-plot`,onPointerDown:e=>{e.button!==0||t.length===0||e.target.closest(`button`)||(e.currentTarget.setPointerCapture(e.pointerId),u(_(e)),p.current=void 0)},onPointerMove:e=>{let t=_(e);t!==d&&b(t),l!==void 0&&(t!==l||p.current)&&(p.current=v(l,t),i(p.current,!1))},onPointerUp:e=>{if(l!==void 0){let t=g&&g.first===g.last&&g.first===l;i(p.current??(t?{}:v(l,_(e))),!0)}u(void 0)},onPointerLeave:()=>l===void 0&&b(void 0),children:[W(di,{bins:t,step:m,tallest:h,width:c.width}),a.flatMap(e=>fi(t,e,m)),d!==void 0&&W(pi,{name:`pointed`,first:d,last:d,step:m}),g&&W(y,{children:[W(pi,{name:`veil`,first:0,last:g.first-1,step:m}),W(pi,{name:`veil`,first:g.last+1,last:t.length-1,step:m}),W(pi,{name:`brush`,first:g.first,last:g.last,step:m})]}),t.length>0&&W(y,{children:[W(oi,{edge:`first`,bins:t,brushed:g,step:m,onDays:i}),W(oi,{edge:`last`,bins:t,brushed:g,step:m,onDays:i})]})]}),W(mi,{bins:t,unit:n,step:m,width:c.width})]})}function ui(e,t,n){let{bins:r,unit:i,failure:a}=e;if(a)return a.message;if(r.length===0)return`No event here has an exact date.`;let[o,s]=t===void 0?[n?.first??0,n?.last??r.length-1]:[t,t],c=r.slice(o,s+1).reduce((e,t)=>e+t.events,0),l=xt(r[o]?.from??``,r[s]?.to??``),u=t===void 0&&!n?`, a bar for each ${ci[i]}`:``;return W(y,{children:[W(`b`,{children:l}),` `,H(c,`dated event`),u]})}function di({bins:e,step:t,tallest:n,width:r}){let i=+(t>4),a=new Map;return e.forEach((e,r)=>{let o=si,s=e.families?G.map(t=>[t,e.families?.[t]??0]):[[`all`,e.events]];for(let[e,c]of s){let s=c?Math.max(2,c/n*66):0;if(o-=s,s){let n=`M${(r*t).toFixed(2)} ${o.toFixed(2)}h${Math.max(t-i,.5).toFixed(2)}v${s.toFixed(2)}h${(-Math.max(t-i,.5)).toFixed(2)}z`;a.set(e,(a.get(e)??``)+n)}}}),W(`svg`,{width:r,height:si,role:`img`,"aria-label":`Events over time, at most ${H(n,`event`)} a bar`,children:[...a].map(([e,t])=>W(`path`,{class:`bar ${e}`,d:t,children:e!==`all`&&W(`title`,{children:Ft[e]})},e))})}function fi(e,t,n){let r=ti(e,t);return r?[W(pi,{name:`lit`,...r,step:n},`${t.from}${t.to}`)]:[]}function pi({name:e,first:t,last:n,step:r}){return n<t?null:W(`div`,{class:`band ${e}`,style:{left:`${t*r}px`,width:`${(n-t+1)*r}px`}})}function mi({bins:e,unit:t,step:n,width:r}){return W(`div`,{class:`timeline-axis`,"aria-hidden":`true`,children:ri(e,t,r).filter(({index:e})=>e*n<r-34).map(({index:e,text:t})=>W(`span`,{style:{left:`${e*n}px`},children:t},e))})}var hi=1e3,gi=190;function _i(e,t){let n=vi(e,`MONTH`,!0),r=I(()=>Wr(n.data??[]),[n.data]),i={from:r.bins[0]?.from,to:r.bins.at(-1)?.to},a=t??i,o=ei(a)<=gi,s=vi({...e,when:{gte:a.from??null,lte:a.to??null}},`DAY`,o&&n.data!==void 0);return I(()=>{let e=o?s.data:n.data,{bins:i,unit:c}=e?Wr(e,o?a:t):r;return{bins:i,unit:c,undated:r.undated,failure:n.failure,retry:n.retry,ready:e!==void 0}},[r,s.data,n.failure,o,t?.from,t?.to])}function vi(e,t,n){let r=B(qe,n?{where:e,by:[t,`TYPE`],first:hi}:void 0),i=n&&(r.data?.eventStats.length??0)>=1e3,a=B(qe,i?{where:e,by:[t],first:hi}:void 0),o=i?a:r;return{...o,data:n?o.data?.eventStats:void 0}}function yi({label:e,active:t,children:n,...r}){let[i,a]=N(!1),o=F(null),s=F(null),c=De(),l=()=>{a(!1),s.current?.focus()};return P(()=>{if(!i)return;let e=e=>{o.current?.contains(e.target)||a(!1)};return document.addEventListener(`pointerdown`,e),document.addEventListener(`focusin`,e),()=>{document.removeEventListener(`pointerdown`,e),document.removeEventListener(`focusin`,e)}},[i]),W(`div`,{class:`menu ${r.class??``}`,ref:o,onKeyDown:e=>{e.key===`Escape`&&i&&(e.stopPropagation(),l())},children:[W(`button`,{ref:s,type:`button`,class:t?`menu-button active`:`menu-button`,"aria-expanded":i,"aria-controls":i?c:void 0,onClick:()=>a(!i),children:[e,W(Nt,{name:`down`})]}),i&&W(`div`,{id:c,class:`menu-panel`,children:n(l)})]})}var bi=12;function xi({title:e,choices:t,chosen:n,onChange:r,mark:i}){let[a,o]=N(``);if(!t)return W(kr,{what:e});let s=t.filter(({name:e})=>e.toLowerCase().includes(a.toLowerCase())),c=e=>r(n.includes(e)?n.filter(t=>t!==e):[...n,e]);return W(`fieldset`,{class:`checks ${i??``}`,children:[W(`legend`,{children:e}),t.length>bi&&W(`input`,{type:`search`,"aria-label":`Find: ${e}`,placeholder:`Find`,value:a,onInput:e=>o(e.currentTarget.value)}),s.map(({value:e,name:t,note:r,count:i})=>W(`label`,{class:i===0?`none`:``,title:r,children:[W(`input`,{type:`checkbox`,checked:n.includes(e),onChange:()=>c(e)}),W(`span`,{children:t}),i!==void 0&&W(`span`,{class:`aside`,children:V(i)})]},e)),s.length===0&&W(`p`,{class:`aside`,children:`Nothing to choose from.`})]})}function Si({filter:e,narrow:t}){return W(`section`,{class:`filters`,"aria-label":`Filters`,children:[W(`div`,{class:`filter-row`,children:[W(yi,{label:`Type`,active:e.types.length>0,children:()=>W(Ti,{filter:e,narrow:t})}),W(yi,{label:`Status`,active:e.statuses.length>0,children:()=>W(Ei,{filter:e,narrow:t})}),W(yi,{label:`Country`,active:e.countries.length>0,children:()=>W(Di,{filter:e,narrow:t})}),W(yi,{label:`Actor`,active:e.actors.length>0,children:n=>W(Ai,{filter:e,narrow:t,close:n})}),W(yi,{label:`Publisher`,active:e.publishers.length>0,children:()=>W(Oi,{filter:e,narrow:t})}),W(yi,{label:`Date`,active:!!(e.days.from||e.days.to),children:()=>W(ji,{days:e.days,onDays:e=>t({days:e})})}),W(yi,{label:`Killed`,active:!!e.killed,children:n=>W(Mi,{filter:e,narrow:t,close:n})})]}),Or(e)&&W(Ni,{filter:e,narrow:t})]})}function Ci(e,t,n){let{data:r}=B(qe,{where:Cr(e,t),by:[n],first:300});return r?.eventStats}function wi(e,t){return e&&(e.find(({keys:e})=>e[0]?.value===t)?.events??0)}function Ti({filter:e,narrow:t}){let n=Ci(e,`types`,`TYPE`);return W(y,{children:G.map(r=>W(xi,{title:Ft[r],mark:r,choices:Lt(r).map(e=>({value:e,name:K[e].name,count:wi(n,e)})),chosen:e.types,onChange:e=>t({types:e})},r))})}function Ei({filter:e,narrow:t}){let n=Ci(e,`statuses`,`STATUS`);return W(xi,{title:`Status`,choices:Object.keys(J).map(e=>({value:e,name:J[e].name,note:J[e].meaning,count:wi(n,e)})),chosen:e.statuses,onChange:e=>t({statuses:e})})}function Di({filter:e,narrow:t}){return W(xi,{title:`Country`,choices:ki(Ci(e,`countries`,`COUNTRY`),e.countries,Y),chosen:e.countries,onChange:e=>t({countries:e})})}function Oi({filter:e,narrow:t}){return W(xi,{title:`Publisher`,choices:ki(Ci(e,`publishers`,`PUBLISHER`),e.publishers,e=>e),chosen:e.publishers,onChange:e=>t({publishers:e})})}function ki(e,t,n){if(!e)return;let r=e.flatMap(({events:e,keys:t})=>t[0]?.value?[{value:t[0].value,count:e}]:[]),i=t.filter(e=>!r.some(t=>t.value===e)).map(e=>({value:e,count:0}));return[...r,...i].map(e=>({...e,name:n(e.value)}))}function Ai({filter:e,narrow:t,close:n}){let[r,i]=N(``),{data:a,waiting:o}=B(Ye,{search:r.trim()||null}),s=r=>{t({actors:[...new Set([...e.actors,r])]}),n()};return W(`div`,{class:`finder`,children:[W(`label`,{children:[W(`span`,{children:`Who has a part in it`}),W(`input`,{type:`search`,value:r,placeholder:`A name`,onInput:e=>i(e.currentTarget.value)})]}),W(`ul`,{class:`choices`,"aria-busy":o,children:a?.actors.nodes.map(e=>W(`li`,{children:W(`button`,{type:`button`,onClick:()=>s(e.id),children:[e.name,` `,W(`span`,{class:`aside`,children:V(e.eventCount)})]})},e.id))}),a?.actors.nodes.length===0&&W(`p`,{class:`aside`,children:`Nobody of that name is known.`})]})}function ji({days:e,onDays:t}){let n=(n,r)=>W(`label`,{children:[W(`span`,{children:r}),W(`input`,{type:`date`,value:e[n]??``,onChange:r=>t({...e,[n]:r.currentTarget.value||void 0})})]});return W(`div`,{class:`dates`,children:[n(`from`,`From`),n(`to`,`To`),W(`p`,{class:`aside`,children:`Events without a date are left out.`})]})}function Mi({filter:e,narrow:t,close:n}){return W(`form`,{class:`dates`,onSubmit:e=>{e.preventDefault(),n()},children:W(`label`,{children:[W(`span`,{children:`Killed, at least`}),W(`input`,{type:`number`,min:1,max:999999999,defaultValue:e.killed??``,onChange:e=>t({killed:Number(e.currentTarget.value)||void 0})})]})})}function Ni({filter:e,narrow:t}){let n=[...e.actors,...e.locations],{data:r}=B(Xe,n.length?{ids:n}:void 0),i=e=>{let t=r?.nodes.find(t=>t?.id===e);return t&&`name`in t?t.name??e:`…`},a=(e,t)=>e.filter(e=>e!==t);return W(`ul`,{class:`chosen`,"aria-label":`Filtered by`,children:[e.types.map(n=>W(Z,{text:K[n].name,drop:()=>t({types:a(e.types,n)})},n)),e.statuses.map(n=>W(Z,{text:J[n].name,drop:()=>t({statuses:a(e.statuses,n)})},n)),e.countries.map(n=>W(Z,{text:Y(n),drop:()=>t({countries:a(e.countries,n)})},n)),e.actors.map(n=>W(Z,{text:i(n),drop:()=>t({actors:a(e.actors,n)})},n)),e.locations.map(n=>W(Z,{text:`at ${i(n)}`,drop:()=>t({locations:a(e.locations,n)})},n)),e.publishers.map(n=>W(Z,{text:n,drop:()=>t({publishers:a(e.publishers,n)})},n)),(e.days.from||e.days.to)&&W(Z,{text:Fi(e.days),drop:()=>t({days:{}})}),e.killed&&W(Z,{text:`${V(e.killed)} or more killed`,drop:()=>t({killed:void 0})}),e.box&&W(Z,{text:`inside the box`,drop:()=>t({box:void 0})}),W(`li`,{children:W(`button`,{type:`button`,class:`small`,onClick:()=>t(Pi),children:`Clear all`})})]})}var Pi={...cr,killed:void 0,box:void 0};function Fi({from:e,to:t}){return e&&t?xt(e,t):e?`since ${xt(e,e)}`:`until ${xt(t??``,t??``)}`}function Z({text:e,drop:t}){return W(`li`,{children:W(`button`,{type:`button`,class:`chip`,onClick:t,"aria-label":`Remove: ${e}`,children:[e,W(Nt,{name:`close`})]})})}function Ii({filter:e,narrow:t}){let n=t=>Lt(t).every(t=>e.types.includes(t)),r=r=>{let i=Lt(r),a=e.types.filter(e=>!i.includes(e));t({types:n(r)?a:[...a,...i]})};return W(`div`,{class:`legend`,role:`group`,"aria-label":`Colours`,children:G.map(e=>W(`button`,{type:`button`,class:`key ${e}`,"aria-pressed":n(e),onClick:()=>r(e),children:Ft[e]},e))})}function Li({filter:e,variables:t}){return W(`div`,{class:`takeaway`,children:[W(yi,{label:W(y,{children:[W(Nt,{name:`save`}),` Download`]}),class:`right`,children:()=>W(`ul`,{class:`choices`,children:Object.keys(Tr).map(t=>W(`li`,{children:W(`a`,{href:Er(e,t),download:!0,children:Tr[t]})},t))})}),W(`a`,{class:`plain-button`,href:Dr(Ke.toString(),t),target:`_blank`,rel:`noreferrer`,children:`As GraphQL`})]})}var Ri=new Map,zi=100;function Bi(e,t){let n=B(qe,{where:e,by:[`LOCATION`,`TYPE`],first:hi}),r=(n.data?.eventStats.length??0)>=hi,i=r&&t?Gi(t):void 0,a=B(qe,i&&!e.within?{where:{...e,within:i},by:[`LOCATION`,`TYPE`],first:hi}:void 0),o=(i&&a.data?a.data:n.data)?.eventStats,s=I(()=>Ui(o??[]),[o,Hi(o?.flatMap(({keys:e})=>e[0]?.value??[])??[])]),c=Vi(n.data?.eventStats??[])-Vi(s),l=(i&&a.data?a.data.eventStats.length:n.data?.eventStats.length??0)>=hi;return{spots:s,unplaced:r?0:c,full:l,failure:n.failure,retry:n.retry,ready:o!==void 0}}function Vi(e){return e.reduce((e,{events:t})=>e+t,0)}function Hi(e){let[t,n]=N(Ri.size),r=[...new Set(e)].filter(e=>!Ri.has(e));return P(()=>{let e=new AbortController;for(let t=0;t<r.length;t+=zi)tt(Je,{ids:r.slice(t,t+zi)},e.signal).then(({nodes:e})=>{for(let t of e)t?.id&&Ri.set(t.id,t);n(Ri.size)},()=>void 0);return()=>e.abort()},[r.join()]),t}function Ui(e){let t=new Map;for(let{events:n,killed:r,keys:i}of e){let e=Ri.get(i[0]?.value??``);if(e?.latitude==null||e.longitude==null)continue;let a=t.get(e.id)??Wi(e,e.longitude,e.latitude);a.events+=n,a.killed+=r,a.families[q(i[1]?.value??``)]+=n,t.set(e.id,a)}return[...t.values()]}function Wi({id:e,name:t,countryCode:n},r,i){return{id:e,name:t,countryCode:n,events:0,killed:0,families:Object.fromEntries(G.map(e=>[e,0])),...en(r,i)}}function Gi({longitude:e,latitude:t,zoom:n}){let r=360/2**Math.floor(n);if(r>180)return;let[i,a]=[Math.round(e/r),Math.round(t/r)],o=e=>((e+180)%360+360)%360-180;return{south:Math.max(-90,(a-1.5)*r),north:Math.min(90,(a+1.5)*r),west:r*3>=360?-180:o((i-1.5)*r),east:r*3>=360?180:o((i+1.5)*r)}}var Ki=20,qi=90;function Ji({query:e,theme:t}){let n=I(()=>lr(e),[e]),[r,i]=N(),[a,o]=N({}),s=F(void 0);sr(void 0);let c=(e,t=!1)=>{let n=yr({...lr(window.location.search),...e});rr(n?`/?${n}`:`/`,{replace:t})},l=e=>c({filter:{...lr(window.location.search).filter,...e}}),u=r?{...n.filter,days:r}:n.filter,d=Cr(u),f=lt(Ke,{where:d,first:Ki,orderBy:wr[n.order]},e=>e.events),p=Bi(Cr(u,`places`),n.view),m=_i(Cr(n.filter,`days`),n.span),h=(e,t)=>{window.clearTimeout(s.current),t?(i(void 0),l({days:e})):s.current=window.setTimeout(()=>i(e),qi)},g=e=>a.event?a.event.id===e.id:Yi(e,a.places)||Xi(e,a.days),_=a.event?[a.event]:f.nodes.filter(g),v=new Set(a.places?[]:_.flatMap(({location:e})=>e?.id??[])),y=a.days?[]:_.flatMap(({when:e})=>e.earliest?[{from:e.earliest,to:e.latest??e.earliest}]:[]);return W(`main`,{id:`main`,class:`explore`,tabIndex:-1,"aria-label":`Explore events`,children:[W(Si,{filter:n.filter,narrow:l}),W(`div`,{class:`plots`,children:[W(Jn,{spots:p.spots,measure:n.size,onMeasure:e=>c({size:e},!0),view:n.view,onView:e=>c({view:e},!0),box:n.filter.box,onBox:e=>l({box:e}),chosen:n.filter.locations,onChoose:({id:e})=>l({locations:n.filter.locations.includes(e)?[]:[e]}),lit:v,onPoint:e=>o(e?{places:e}:{}),theme:t,note:p.full?`The places with most events are shown; zoom in for more.`:void 0}),W(Ii,{filter:n.filter,narrow:l}),p.failure&&W(X,{failure:p.failure,retry:p.retry}),W(li,{bins:m.bins,unit:m.unit,undated:m.undated,failure:m.failure,days:u.days,onDays:h,span:n.span,onSpan:e=>c({span:e}),lit:y,onPoint:e=>o(e?{days:e}:{})})]}),W(`section`,{class:`stories`,"aria-label":`Events`,"aria-busy":f.waiting,onMouseLeave:()=>o({}),children:[W(`div`,{class:`stories-head`,children:[W(`h1`,{"aria-live":`polite`,children:[f.total===void 0?`Events`:H(f.total,`event`),p.ready&&p.unplaced>0&&!u.box&&!u.locations.length&&W(`small`,{children:[V(p.unplaced),` of them not on the map`]})]}),W(Zi,{value:n.order,onChange:e=>c({order:e},!0)}),W(Li,{filter:u,variables:{where:d,first:Ki,orderBy:wr[n.order]}})]}),W(Br,{events:f,lit:g,heading:`h2`,onPoint:e=>o(e?{event:e}:{}),empty:W(Qi,{filter:n.filter,clear:()=>c({filter:cr})})})]})]})}function Yi({location:e},t){return e!=null&&(t?.includes(e.id)??!1)}function Xi({when:e},t){let{earliest:n}=e;return n!==null&&t?.from!==void 0&&t.to!==void 0&&n<=t.to&&(e.latest??n)>=t.from}function Zi({value:e,onChange:t}){return W(`label`,{class:`order`,children:[W(`span`,{children:`Order`}),W(`select`,{value:e,onChange:e=>t(e.currentTarget.value),children:[W(`option`,{value:`newest`,children:`Newest first`}),W(`option`,{value:`oldest`,children:`Oldest first`}),W(`option`,{value:`deadliest`,children:`Most killed first`})]})]})}function Qi({filter:e,clear:t}){return Or(e)?W(Ar,{title:`No event fits all of this`,children:[W(`p`,{children:`Take a part of the filter away, or begin anew.`}),W(`button`,{type:`button`,onClick:t,children:`Clear the filter`})]}):W(Ar,{title:`Nothing has been read yet`,children:W(`p`,{children:[`Give Dateline a folder of articles: `,W(`code`,{children:`python -m scripts.seed FOLDER`}),`. Or `,W(`a`,{href:`/try`,children:`paste one`}),` and see how it is read.`]})})}function $i({what:e}){return sr(`No such ${e}`),W(`main`,{id:`main`,class:`sheet`,tabIndex:-1,children:W(Ar,{title:`There is no such ${e}`,heading:`h1`,children:W(`p`,{children:[`The address may be cut short, or it is of another database. `,W(`a`,{href:`/`,children:`All events`})]})})})}function ea({what:e,failure:t,retry:n}){return W(`main`,{id:`main`,class:`sheet`,tabIndex:-1,children:t?W(y,{children:[W(`h1`,{children:[`This cannot be shown: `,e]}),W(X,{failure:t,retry:n})]}):W(kr,{what:e,lines:12})})}function ta(e,t,n){let r=new Map;for(let{events:n,keys:i}of e){let e=i[0]?.value;if(!e||e===t)continue;let a=q(i[1]?.value??``),o=r.get(e)??{id:e,events:0,families:{},family:a};o.events+=n,o.families[a]=(o.families[a]??0)+n,r.set(e,o)}let i=[...r.values()].toSorted((e,t)=>t.events-e.events||e.id.localeCompare(t.id)).slice(0,n);for(let e of i)e.family=G.reduce((t,n)=>(e.families[n]??0)>(e.families[t]??0)?n:t,e.family);return i.toSorted((e,t)=>G.indexOf(e.family)-G.indexOf(t.family)||t.events-e.events)}function na(e,t,n,r){let i=t/e*2*Math.PI-Math.PI/2,[a,o]=[Math.cos(i),Math.sin(i)],s=Math.abs(a)<.25?`middle`:a>0?`start`:`end`;return{x:n/2+a*(n/2-150),y:r/2+o*(r/2-44),anchor:s}}var ra=14,[ia,aa]=[540,340];function oa({id:e,name:t}){let{data:n,failure:r,retry:i}=B(Re,{where:{actor:{eq:e}}}),a=I(()=>ta(n?.eventStats??[],e,ra),[n,e]),o=B(ze,a.length?{ids:a.map(e=>e.id)}:void 0);if(r)return W(X,{failure:r,retry:i});if(!n||a.length>0&&!o.data)return W(kr,{what:`who with whom`,lines:4});if(a.length===0)return W(`p`,{class:`aside`,children:`Nobody else has a part in these events.`});let s=new Map(o.data?.nodes.flatMap(e=>e&&`name`in e?[[e.id,e.name]]:[])),c=Math.max(...a.map(({events:e})=>e));return W(y,{children:[W(`svg`,{class:`network`,viewBox:`0 0 ${ia} ${aa}`,role:`group`,"aria-label":`Who has a part in the same events as ${t}`,children:[a.map(({id:e,events:t,family:n},r)=>{let{x:i,y:o}=na(a.length,r,ia,aa);return W(`line`,{class:`link ${n}`,x1:ia/2,y1:aa/2,x2:i,y2:o,"stroke-width":1.5+t/c*4.5},e)}),W(`g`,{class:`self`,transform:`translate(${ia/2} ${aa/2})`,children:[W(`circle`,{r:`9`}),W(`text`,{y:`26`,"text-anchor":`middle`,children:Et(t,28)})]}),a.map(({id:e,events:t,family:n},r)=>{let{x:i,y:o,anchor:l}=na(a.length,r,ia,aa),u=l===`start`?12:l===`end`?-12:0,d=s.get(e)??`…`;return W(`a`,{href:`/actor/${e}`,"aria-label":`${d}: ${H(t,`event`)} together, most of them ${Ft[n].toLowerCase()}`,children:[W(`circle`,{class:n,cx:i,cy:o,r:4+t/c*4}),W(`text`,{x:i+u,y:o,dy:l===`middle`?o<aa/2?-14:22:5,"text-anchor":l,children:[Et(d,22),` `,W(`tspan`,{class:`aside`,children:t})]})]},e)})]}),W(`p`,{class:`aside`,children:`Those with a part in the same events: a wider line is more of them, its colour is what most of them are.`})]})}function sa({quote:e,bare:t}){let{speaker:n,speakerAsWritten:r,article:i,kind:a}=e;return W(`figure`,{class:`quote`,children:[W(`blockquote`,{class:a.toLowerCase(),children:Et(e.text,420)}),W(`figcaption`,{children:[!t&&(n?W(`a`,{href:`/actor/${n.id}`,children:n.name}):r??`Nobody named`),e.cue&&W(`span`,{children:[` `,t?e.cue:` ${e.cue}`]}),e.medium&&W(`span`,{children:[` · `,e.medium]}),W(`a`,{class:`source`,href:`/article/${i.id}#${e.id}`,children:[i.publisher,i.publishedAt&&yt(i.publishedAt)].filter(Boolean).join(`, `)||i.title||`Read it in the article`})]})]})}function ca({id:e}){let{data:t,failure:n,retry:r}=B(Ie,{id:e});if(sr(t?.actor?.name),n||!t)return W(ea,{what:`the actor`,failure:n,retry:r});if(!t.actor)return W($i,{what:`actor`});let{actor:i}=t;return W(`main`,{id:`main`,class:`sheet actor-page`,tabIndex:-1,children:[W(la,{actor:i}),W(`div`,{class:`columns`,children:[W(fa,{id:i.id,name:i.name}),W(`div`,{children:[i.offices.length>0&&W(ua,{actor:i.id,offices:i.offices}),i.eventCount>0&&W(`section`,{"aria-label":`Who with whom`,children:[W(`h2`,{children:`Who with whom`}),W(oa,{id:i.id,name:i.name})]}),W(da,{id:i.id,name:i.name})]})]})]})}function la({actor:e}){return W(`header`,{class:`thing-head`,children:[W(`p`,{class:`kicker`,children:[Vt[e.kind],Ut[e.sector],e.countryCode&&Y(e.countryCode)].filter(Boolean).join(` · `)}),W(`h1`,{children:e.name}),e.aliases.length>0&&W(`p`,{class:`aside`,children:[`Also `,e.aliases.slice(0,8).join(`, `)]}),W(`p`,{class:`tallies`,children:[W(`b`,{children:H(e.eventCount,`event`)}),W(`b`,{children:H(e.quoteCount,`quote`)}),W(`b`,{children:H(e.articleCount,`article`)}),W(`a`,{class:`plain-button`,href:`/?actor=${e.id}`,children:`On the map`})]})]})}function ua({actor:e,offices:t}){return W(`section`,{"aria-label":`Offices over time`,children:[W(`h2`,{children:`Offices over time`}),W(`ol`,{class:`offices`,children:t.map(({title:t,organization:n,asOf:r,of:i,evidence:a},o)=>W(`li`,{children:[W(`time`,{children:r?yt(r):`Day not known`}),W(`div`,{children:[W(`b`,{children:t}),i?W(y,{children:[`, `,W(`a`,{href:`/actor/${i.id}`,children:i.name})]}):n&&!t.includes(n)&&`, ${n}`,W(`p`,{class:`aside`,children:[a.text&&a.text.toLowerCase()!==t.toLowerCase()&&W(`q`,{children:[a.text,` `]}),W(`a`,{href:`/article/${a.article.id}#${e}`,children:a.article.publisher??`Read it in the article`})]})]})]},o))})]})}function da({id:e,name:t}){let n=lt(Le,{id:e,first:10,after:null},e=>e.actor?.quotes);return W(`section`,{"aria-label":`Quotes`,children:[W(`h2`,{children:[`Quotes `,W(`small`,{children:n.total})]}),n.failure&&W(X,{failure:n.failure,retry:n.retry}),n.waiting&&n.nodes.length===0&&W(kr,{what:`quotes`}),n.nodes.map(e=>W(sa,{quote:e,bare:!0},e.id)),n.total===0&&W(`p`,{class:`aside`,children:[`No article quotes `,t,`.`]}),W(Vr,{more:n.more,shown:n.nodes.length,total:n.total})]})}function fa({id:e,name:t}){let n=lt(Ke,{where:{actor:{eq:e}},first:10,orderBy:wr.newest},e=>e.events);return W(`section`,{"aria-label":`Events`,children:[W(`h2`,{children:[`Events `,W(`small`,{children:n.total})]}),W(Br,{events:n,empty:W(`p`,{class:`aside`,children:[t,` has no part in an event; it is named or quoted only.`]})})]})}var pa=[[`Killed`,({killed:e})=>e&&{value:Tt(e),written:e.text,basis:e.basis}],[`Injured`,({injured:e})=>e&&{value:Tt(e),written:e.text,basis:e.basis}],[`When`,({when:e})=>ma(bt(e),e)],[`Where`,({location:e,locationBasis:t})=>e&&{value:jr(e),href:`/location/${e.id}`,basis:t}],[`What kind`,({type:e})=>({value:K[e].name})],[`How certain`,({status:e})=>({value:J[e].name})],[`According to`,({saidBy:e,saidByBasis:t})=>e&&{value:e.name,href:`/actor/${e.id}`,basis:t}]];function ma(e,{text:t,basis:n}){return e?{value:e,written:t??void 0,basis:n}:void 0}function ha(e){return pa.map(([t,n])=>{let r=e.map(e=>n(e)??void 0),i=new Set(r.flatMap(e=>e?.value??[]));return{label:t,cells:r,differs:t!==`According to`&&i.size>1}}).filter(({cells:e})=>e.some(Boolean))}var ga=120;function _a({id:e}){let{data:t,failure:n,retry:r}=B(Ge,{id:e,after:null}),i=lt(Ge,{id:e,after:null},e=>e.event?.tellings);if(sr(t?.event?.summary),n||!t)return W(ea,{what:`the event`,failure:n,retry:r});if(!t.event)return W($i,{what:`event`});let{event:a}=t;return W(`main`,{id:`main`,class:`sheet event-page ${q(a.type)}`,tabIndex:-1,children:[W(va,{event:a}),W(`section`,{"aria-label":`Reports`,children:[W(`h2`,{children:i.nodes.length>1?`${H(a.tellings.totalCount,`report`)}, side by side`:`One report tells of it`}),W(ba,{tellings:i.nodes,event:a.id}),W(Vr,{more:i.more,shown:i.nodes.length,total:a.tellings.totalCount})]}),W(`footer`,{class:`sheet-foot`,children:[W(`p`,{class:`aside`,children:[`PLOVER `,a.codes.plover,a.codes.cameoRoot&&` · CAMEO root ${a.codes.cameoRoot}`,a.codes.acled&&` · ACLED ${a.codes.acled}`,` · read with confidence `,a.confidence.toFixed(2)]}),W(`a`,{class:`plain-button`,target:`_blank`,rel:`noreferrer`,href:Dr(Ge.toString(),{id:e}),children:`As GraphQL`})]})]})}function va({event:e}){let t=bt(e.when);return W(`header`,{class:`event-head`,children:[W(`p`,{class:`card-top`,children:[W(Pr,{type:e.type,mode:e.mode}),W(Fr,{status:e.status})]}),W(`h1`,{children:e.summary}),W(`dl`,{class:`facts`,children:[W(`div`,{children:[W(`dt`,{children:`Where`}),W(`dd`,{children:[e.location?W(`a`,{href:`/location/${e.location.id}`,children:jr(e.location)}):`Not known`,W(Mr,{basis:e.locationBasis})]})]}),W(`div`,{children:[W(`dt`,{children:`When`}),W(`dd`,{children:[t??`Not known`,W(Mr,{basis:e.when.basis}),` `,e.when.text&&W(`q`,{children:e.when.text})]})]}),(e.killed||e.injured)&&W(`div`,{children:[W(`dt`,{children:`Toll`}),W(`dd`,{children:[W(Lr,{count:e.killed,word:`killed`}),` `,W(Lr,{count:e.injured,word:`injured`})]})]}),e.victims.length>0&&W(`div`,{children:[W(`dt`,{children:`Among them`}),W(`dd`,{children:ya(e.victims)})]}),e.participants.length>0&&W(`div`,{children:[W(`dt`,{children:`Who`}),W(`dd`,{children:W(Rr,{participants:e.participants,most:20})})]})]})]})}function ya(e){return[...new Set(e.map(({harm:e})=>e))].map(t=>`${Rt[t]}: ${e.filter(e=>e.harm===t).map(({text:e})=>e).join(`, `)}`).join(`; `)}function ba({tellings:e,event:t}){let n=ha(e),r=n.filter(({differs:e})=>e).map(({label:e})=>e.toLowerCase());return W(y,{children:[r.length>0&&W(`p`,{class:`differ`,children:[`They differ on `,W(`mark`,{children:r.join(`, `)}),`.`]}),W(`div`,{class:`tellings`,tabIndex:0,role:`region`,"aria-label":`Reports side by side`,children:W(`table`,{children:[W(`thead`,{children:W(`tr`,{children:[W(`th`,{scope:`col`,children:W(`span`,{class:`unseen`,children:`What is told`})}),e.map(({id:e,article:t})=>W(`th`,{scope:`col`,children:[W(`b`,{children:t.publisher??`Publisher not known`}),t.publishedAt&&W(`time`,{children:yt(t.publishedAt)})]},e))]})}),W(`tbody`,{children:[n.map(({label:t,cells:n,differs:r})=>W(`tr`,{class:r?`differs`:``,children:[W(`th`,{scope:`row`,children:t}),n.map((t,n)=>W(`td`,{children:[t?t.href?W(`a`,{href:t.href,children:t.value}):W(`span`,{class:`value`,children:t.value}):W(`span`,{class:`aside`,children:`not told`}),t?.basis&&W(Mr,{basis:t.basis}),t?.written&&t.written!==t.value&&W(`q`,{children:t.written})]},e[n]?.id))]},t)),W(`tr`,{class:`words`,children:[W(`th`,{scope:`row`,children:`In the words of`}),e.map(e=>W(`td`,{children:W(xa,{telling:e,event:t})},e.id))]})]})]})})]})}function xa({telling:e,event:t}){let{text:n,context:r}=e.evidence,i=n&&r?r.indexOf(n):-1;return W(y,{children:[n&&r&&i>=0?W(`blockquote`,{children:[Ot(r.slice(0,i),ga),W(`mark`,{children:n}),kt(r.slice(i+n.length),ga)]}):W(`p`,{class:`aside`,children:`Texts are not served here.`}),W(`a`,{class:`go`,href:`/article/${e.article.id}#${t}`,children:[e.article.title??`Read it in the article`,W(Nt,{name:`arrow`})]})]})}var Sa={COUNTRY:2.2,REGION:2,ADMIN1:3.6,ADMIN2:4.2},Ca=4.6;function wa({point:e,kind:t,theme:n}){let[r,i]=Pt(),a=F(null),[o,s]=N(),c=sn(e,Sa[t]??Ca,i),l=an(e,c,i);return P(()=>{Vn(`fine`).then(s,()=>void 0)},[]),P(()=>{o&&a.current&&bn(a.current,o,c,i,yn(a.current))},[o,i.width,i.height,n,e.x,e.y]),W(`div`,{class:`small-map`,ref:r,role:`img`,"aria-label":`Where it lies on the map`,children:[W(`canvas`,{ref:a}),W(`i`,{style:{left:`${l.x}px`,top:`${l.y}px`}}),W(`p`,{class:`map-credit`,children:`Outlines: Natural Earth`})]})}var Ta={event:{one:`Event`,many:`Events`},quote:{one:`Quote`,many:`Quotes`},actor:{one:`Actor`,many:`Actors`},place:{one:`Place`,many:`Places`}},Ea=Object.keys(Ta);function Q(e,t,n){return t?[{label:e,values:[{text:t,href:n}]}]:[]}function $(e,t){return e?t&&t!==`STATED`?`${e} (${zt[t]})`:e:null}function Da(e){return[...new Set(e.map(({harm:e})=>e))].flatMap(t=>Q(`Among the ${Rt[t]}`,e.filter(e=>e.harm===t).map(({text:e})=>e).join(`, `)))}function Oa(e){return[...new Set(e.map(({role:e})=>e))].map(t=>({label:Bt[t].charAt(0).toUpperCase()+Bt[t].slice(1),values:e.filter(e=>e.role===t).map(({name:e,basis:t,href:n})=>({text:$(e,t)??e,href:n}))}))}function ka(e,t,n,r){return r.filter(e=>e.article.id===n).map(({span:n})=>({layer:e,id:t,start:n.startUtf16,end:n.endUtf16}))}function Aa(e,t){return ka(`event`,t.id,e,t.reports.nodes.map(({evidence:e})=>e))}function ja(e,t){return ka(`quote`,t.id,e,t.evidence)}function Ma(e,t){return ka(`actor`,t.id,e,t.mentions.nodes)}function Na(e,t){return ka(`place`,t.id,e,t.mentions.nodes)}function Pa(e,t){let n=e.reports.nodes[0],r=n?.status??e.status;return{id:e.id,layer:`event`,kicker:[K[e.type].name,e.mode].filter(Boolean).join(` · `),title:e.summary,type:e.type,status:r===`REPORTED`?void 0:J[r].name,facts:[...Q(`When`,$(bt(e.when),e.when.basis)),...Q(`As written`,e.when.text),...Q(`Where`,$(e.location&&jr(e.location),e.locationBasis),e.location?`/location/${e.location.id}`:void 0),...Q(`Killed`,$(n?.killed&&`${Tt(n.killed)} (“${n.killed.text}”)`,n?.killed?.basis)),...Q(`Injured`,$(n?.injured&&`${Tt(n.injured)} (“${n.injured.text}”)`,n?.injured?.basis)),...Da(e.victims.filter(({evidence:e})=>e.article.id===t)),...Oa(e.participants.map(({role:e,actor:t,nameAsWritten:n,basis:r})=>({role:e,basis:r,name:t?.name??n,href:t?`/actor/${t.id}`:void 0}))),...Q(`According to`,$(n?.saidBy?.name,n?.saidByBasis),n?.saidBy?`/actor/${n.saidBy.id}`:void 0)],href:`/event/${e.id}`}}function Fa(e){return{id:e.id,layer:`quote`,kicker:{DIRECT:`Direct quote`,INDIRECT:`Reported speech`,MIXED:`Speech with quoted words`}[e.kind],title:e.speaker?.name??e.speakerAsWritten??`Nobody in particular`,facts:[...Q(`Words`,e.text),...Q(`Introduced by`,e.cue),...Q(`Said in or to`,e.medium),...Q(`Named here as`,e.speakerAsWritten)],href:e.speaker?`/actor/${e.speaker.id}`:void 0}}function Ia(e){let t=e.offices.map(({title:e,organization:t})=>[e,t].filter(Boolean).join(`, `));return{id:e.id,layer:`actor`,kicker:[Vt[e.kind],Ut[e.sector]].filter(Boolean).join(` · `),title:e.name,facts:[...Q(`Country`,e.countryCode&&Y(e.countryCode)),...Q(`Office`,[...new Set(t)].slice(0,4).join(`; `)),...Q(`Known from`,`${H(e.articleCount,`article`)}, ${H(e.eventCount,`event`)}, ${H(e.quoteCount,`quote`)}`)],href:`/actor/${e.id}`}}function La(e){return{id:e.id,layer:`place`,kicker:Ht[e.kind],title:jr(e),facts:[...Q(`Lies in`,e.parent?.name),...Q(`At`,Ra(e.latitude,e.longitude)),...Q(`Known from`,H(e.eventCount,`event`))],href:`/location/${e.id}`}}function Ra(e,t){if(e===null||t===null)return;let n=(e,t,n)=>`${Math.abs(e).toFixed(2)}° ${e<0?n:t}`;return`${n(e,`N`,`S`)}, ${n(t,`E`,`W`)}`}var za=80;function Ba({id:e,theme:t}){let{data:n,failure:r,retry:i}=B(Ze,{id:e});return sr(n?.location?.name),r||!n?W(ea,{what:`the place`,failure:r,retry:i}):n.location?W(`main`,{id:`main`,class:`sheet location-page`,tabIndex:-1,children:[W(Va,{place:n.location}),W(`div`,{class:`columns`,children:[W(Ha,{id:e}),W(`div`,{children:[n.location.latitude!==null&&n.location.longitude!==null&&W(wa,{point:en(n.location.longitude,n.location.latitude),kind:n.location.kind,theme:t}),W(Ua,{id:e})]})]})]}):W($i,{what:`place`})}function Va({place:e}){let t=I(()=>{let t=[];for(let n=e.parent;n;n=n.parent)t.push({id:n.id,name:n.name});return t},[e]);return W(`header`,{class:`thing-head`,children:[W(`p`,{class:`kicker`,children:Ht[e.kind]}),W(`h1`,{children:e.name}),W(`p`,{class:`lies-in`,children:[t.length>0&&`in `,t.map(({id:e,name:t},n)=>W(`span`,{children:[n>0&&`, `,W(`a`,{href:`/location/${e}`,children:t})]},e)),t.length===0&&e.countryCode&&e.kind!==`COUNTRY`&&Y(e.countryCode),W(`span`,{class:`aside`,children:Ra(e.latitude,e.longitude)})]}),W(`p`,{class:`tallies`,children:[W(`b`,{children:H(e.eventCount,`event`)}),W(`a`,{class:`plain-button`,href:`/?location=${e.id}`,children:`On the map`}),e.geonamesId&&W(`a`,{class:`plain-button`,href:`https://www.geonames.org/${e.geonamesId}`,rel:`noreferrer`,target:`_blank`,children:[`GeoNames `,e.geonamesId]})]})]})}function Ha({id:e}){let t=lt(Ke,{where:{location:{eq:e}},first:10,orderBy:wr.newest},e=>e.events);return W(`section`,{"aria-label":`Events`,children:[W(`h2`,{children:[`What happened here `,W(`small`,{children:t.total})]}),W(Br,{events:t,empty:W(`p`,{class:`aside`,children:`No event happened right here; articles only name it.`})})]})}function Ua({id:e}){let t=lt(Qe,{id:e,first:10,after:null},e=>e.location?.mentions);return W(`section`,{"aria-label":`Mentions`,children:[W(`h2`,{children:[`Where it is named `,W(`small`,{children:t.total})]}),t.failure&&W(X,{failure:t.failure,retry:t.retry}),W(`ul`,{class:`mentions`,children:t.nodes.map(({text:t,context:n,article:r,span:i})=>W(`li`,{children:[t&&n&&W(Wa,{text:t,context:n}),W(`a`,{class:`source`,href:`/article/${r.id}#${e}`,children:[r.publisher,r.publishedAt&&yt(r.publishedAt)].filter(Boolean).join(`, `)||r.title||`The article`})]},r.id+i.start))}),W(Vr,{more:t.more,shown:t.nodes.length,total:t.total})]})}function Wa({text:e,context:t}){let n=(t.length-e.length)/2,r=[...t.matchAll(new RegExp(e.replace(/[.*+?^${}()|[\]\\]/g,`\\$&`),`g`))].map(({index:e})=>e).toSorted((e,t)=>Math.abs(e-n)-Math.abs(t-n))[0]??0;return W(`p`,{children:[Ot(t.slice(0,r),za),W(`mark`,{children:e}),kt(t.slice(r+e.length),za)]})}function Ga(e){try{let{protocol:t,href:n}=new URL(e??``);return t===`https:`||t===`http:`?n:void 0}catch{return}}function Ka(e){return new URL(e).hostname.replace(/^www\./,``)}function qa(e,t){let n=t.filter(t=>t.start<t.end&&t.start>=0&&t.end<=e.length).toSorted((e,t)=>e.start-t.start||e.end-t.end);return Ja(e).map(t=>({...t,segments:Ya(e,t,n)}))}function Ja(e){return[...e.matchAll(/[^\n]*\S[^\n]*/g)].map(e=>({start:e.index,end:e.index+e[0].length}))}function Ya(e,t,n){let r=n.filter(e=>e.start<t.end&&e.end>t.start),i=new Set([t.start,t.end]);for(let{start:e,end:n}of r)i.add(Math.max(e,t.start)).add(Math.min(n,t.end));let a=[...i].sort((e,t)=>e-t);return a.slice(0,-1).map((t,n)=>Xa(e,{start:t,end:a[n+1]},r))}function Xa(e,{start:t,end:n},r){let i=r.filter(e=>e.start<n&&e.end>t);i.sort((e,t)=>e.end-e.start-(t.end-t.start));let a=i.filter(e=>e.start===t);return{start:t,end:n,text:e.slice(t,n),highlights:i,beginning:a}}function Za({text:e,highlights:t,things:n,shown:r,selected:i}){let a=I(()=>t.filter(({layer:e})=>r.has(e)),[t,r]);return W(`div`,{class:`text`,children:I(()=>qa(e,a),[e,a]).map(e=>W(`div`,{class:`paragraph`,children:[W(Qa,{paragraph:e,things:n,selected:i}),W(`p`,{children:e.segments.map(e=>W($a,{segment:e,selected:i},e.start))})]},e.start))})}function Qa({paragraph:e,things:t,selected:n}){let r=e.segments.flatMap(e=>e.beginning.filter(({layer:e})=>e===`event`));return W(`div`,{class:`margin`,children:[...new Set(r.map(({id:e})=>e))].map(e=>{let r=t.get(e)?.type;return r?W(`a`,{class:`type ${q(r)} ${n===e?`lit`:``}`,href:`#${e}`,children:K[r].name},e):null})})}function $a({segment:e,selected:t}){let{highlights:n,beginning:r,text:i}=e,a=eo(n,t);if(!a)return W(y,{children:i});let o=[...new Set(n.map(({layer:e})=>e))].map(e=>`on-${e}`),s=n.some(({id:e})=>e===t);return W(`a`,{class:[...o,s&&`lit`].filter(Boolean).join(` `),href:`#${a.id}`,"data-things":n.map(({id:e})=>e).join(` `),tabIndex:r.length>0?0:-1,children:i})}function eo(e,t){return e[(e.findIndex(({id:e})=>e===t)+1)%e.length]}function to({things:e,selected:t,beside:n,shown:r}){return W(`aside`,{class:t?`side open`:`side`,"aria-label":t?Ta[t.layer].one:`In this article`,children:t?W(no,{thing:t,things:e,beside:n}):W(io,{things:e.filter(({layer:e})=>r.has(e))})})}function no({thing:e,things:t,beside:n}){let r=t.filter(({layer:t})=>t===e.layer),i=r.indexOf(e),a=e=>r[(i+e+r.length)%r.length]?.id;return W(`div`,{class:`side-card is-${e.layer} ${e.type?q(e.type):``}`,role:`status`,children:[W(`p`,{class:`side-top`,children:[W(`span`,{class:e.type?`type ${q(e.type)}`:`kicker`,children:e.kicker}),e.status&&W(`span`,{class:`stamp ${e.status.toLowerCase()}`,children:e.status}),W(`a`,{class:`close`,href:`#`,"aria-label":`Close`,title:`Close`,children:W(Nt,{name:`close`})})]}),W(`h2`,{children:e.title}),W(`dl`,{children:e.facts.map(({label:e,values:t})=>W(`div`,{children:[W(`dt`,{children:e}),W(`dd`,{children:t.map(({text:e,href:t},n)=>W(`span`,{children:[n>0&&`, `,t?W(`a`,{href:t,children:e}):e]},n))})]},e))}),e.href&&W(`p`,{children:W(`a`,{class:`go`,href:e.href,children:[{event:`All reports of it, side by side`,quote:`All about the speaker`,actor:`All about this actor`,place:`All that happened here`}[e.layer],W(Nt,{name:`arrow`})]})}),n.length>0&&W(`p`,{class:`beside`,children:[`Over the same words:`,` `,n.map((e,t)=>W(`span`,{children:[t>0&&`, `,W(`a`,{href:`#${e.id}`,children:`${Ta[e.layer].one.toLowerCase()} ${e.type?e.kicker:e.title}`})]},e.id))]}),W(`p`,{class:`side-foot`,children:r.length>1&&W(y,{children:[W(`a`,{href:`#${a(-1)}`,children:`Previous`}),W(`span`,{class:`aside`,children:[Ta[e.layer].one,` `,i+1,` of `,r.length]}),W(`a`,{href:`#${a(1)}`,children:`Next`})]})}),W(ro,{})]})}function ro(){let[e,t]=N(!1),n=F(void 0);return W(`button`,{type:`button`,class:`small`,onClick:()=>{navigator.clipboard.writeText(window.location.href).then(()=>{t(!0),window.clearTimeout(n.current),n.current=window.setTimeout(()=>t(!1),2e3)},()=>window.prompt(`The link to these words:`,window.location.href))},children:e?`Link copied`:`Copy the link to these words`})}function io({things:e}){return W(`div`,{class:`contents`,children:[W(`h2`,{children:`In this article`}),Ea.map(t=>{let n=e.filter(e=>e.layer===t);return n.length===0?null:W(`section`,{class:`is-${t}`,children:[W(`h3`,{children:[Ta[t].many,` `,W(`small`,{children:n.length})]}),W(`ul`,{children:n.map(e=>W(`li`,{children:W(`a`,{href:`#${e.id}`,class:e.type?`${q(e.type)}`:``,children:[t===`event`?W(`b`,{children:e.kicker}):e.title,t===`event`&&W(`span`,{children:e.title})]})},e.id))})]},t)}),e.length===0&&W(`p`,{class:`aside`,children:`Nothing was found in this text.`})]})}function ao({reading:e,hash:t,query:n}){let{text:r,things:i,highlights:a}=e,o=I(()=>new Map(i.map(e=>[e.id,e])),[i]),s=I(()=>oo(n),[n]),c=o.get(t),l=e=>{let t=Ea.filter(t=>s.has(t)===(t===e));rr(`${t.length?`?hide=${t.join(`,`)}`:window.location.pathname}${window.location.hash}`,{replace:!0})};return P(()=>{c&&document.querySelector(`[data-things~="${CSS.escape(c.id)}"]`)?.scrollIntoView({block:`center`,behavior:co()?`auto`:`smooth`})},[c?.id,a.length]),P(()=>{let e=e=>e.key===`Escape`&&window.location.hash&&rr(`#`,{replace:!0});return document.addEventListener(`keydown`,e),()=>document.removeEventListener(`keydown`,e)},[]),W(`div`,{class:`lit-text`,children:[W(`div`,{class:`layers`,role:`group`,"aria-label":`What is highlighted`,children:Ea.map(e=>W(`button`,{type:`button`,class:`layer is-${e}`,"aria-pressed":s.has(e),onClick:()=>l(e),children:[Ta[e].many,` `,W(`small`,{children:i.filter(t=>t.layer===e).length})]},e))}),W(Za,{text:r,highlights:a,things:o,shown:s,selected:c?.id}),W(to,{things:i,selected:c,beside:so(e,o,c),shown:s})]})}function oo(e){let t=(new URLSearchParams(e).get(`hide`)??``).split(`,`);return new Set(Ea.filter(e=>!t.includes(e)))}function so({highlights:e},t,n){let r=e.filter(({id:e})=>e===n?.id),i=e.filter(e=>e.id!==n?.id&&r.some(t=>t.start<e.end&&e.start<t.end));return[...new Set(i.map(({id:e})=>e))].flatMap(e=>t.get(e)??[])}function co(){return window.matchMedia(`(prefers-reduced-motion: reduce)`).matches}function lo({id:e,hash:t,query:n}){let{data:r,failure:i,retry:a}=B(Be,{id:e}),o=uo(e,r?.article?.text??``);return sr(r?.article?.title??`Article`),i||!r?W(ea,{what:`the article`,failure:i,retry:a}):r.article?W(`main`,{id:`main`,class:`sheet reader`,tabIndex:-1,"aria-busy":!o.done,children:[W(po,{article:r.article}),o.failure&&W(X,{failure:o.failure}),r.article.text===null?W(Ar,{title:`The text is not served here`,children:W(`p`,{children:[`Who runs this server has chosen so. The events that it tells of are in the list of `,W(`a`,{href:`/`,children:`all events`}),`.`]})}):W(ao,{reading:o.reading,hash:t,query:n})]}):W($i,{what:`article`})}function uo(e,t){let n=dt(Ve,{id:e},e=>e.article?.events),r=dt(He,{id:e},e=>e.article?.quotes),i=dt(Ue,{id:e},e=>e.article?.actors),a=dt(We,{id:e},e=>e.article?.locations),o=I(()=>({text:t,things:[...n.nodes.map(t=>Pa(t,e)),...r.nodes.map(Fa),...i.nodes.map(Ia),...a.nodes.map(La)],highlights:[...n.nodes.flatMap(t=>Aa(e,t)),...r.nodes.flatMap(t=>ja(e,t)),...i.nodes.flatMap(t=>Ma(e,t)),...a.nodes.flatMap(t=>Na(e,t))]}),[e,t,n.nodes,r.nodes,i.nodes,a.nodes]),s=[n,r,i,a];return{reading:o,done:s.every(({done:e})=>e),failure:s.find(e=>e.failure)?.failure}}function fo({written:e}){let t=Ga(e);return t?W(`a`,{href:t,rel:`noreferrer nofollow license`,target:`_blank`,children:[`Licence: `,Ka(t)]}):W(`span`,{children:e})}function po({article:e}){let t=Ga(e.url);return W(`header`,{class:`article-head`,children:[W(`p`,{class:`kicker`,children:e.publisher??`Publisher not known`}),W(`h1`,{children:e.title??`Without a title`}),W(`p`,{class:`byline`,children:[e.byline&&W(`span`,{children:e.byline}),e.publishedAt&&W(`time`,{dateTime:e.publishedAt,children:yt(e.publishedAt)}),t?W(`a`,{href:t,rel:`noreferrer nofollow`,target:`_blank`,children:Ka(t)}):e.url&&W(`span`,{class:`aside`,children:e.url}),e.licence&&W(fo,{written:e.licence})]})]})}function mo(e,t){let n=[...new Set(t.flatMap(e=>[e.start,e.end]))].sort((e,t)=>e-t),r=new Map,i=0,a=0;for(let t of n){for(;a<t&&i<e.length;)i+=ho(e,i)?2:1,a+=1;r.set(t,i)}return t.map(e=>({start:r.get(e.start)??0,end:r.get(e.end)??0}))}function ho(e,t){let n=e.charCodeAt(t),r=e.charCodeAt(t+1);return n>=55296&&n<=56319&&r>=56320&&r<=57343}function go(e,t){let n=[...e],r=([e,t])=>n.slice(e,t).join(``).replace(/\s+/g,` `).trim(),i=[...t.events.map((e,t)=>({thing:yo(e,t,r(e.evidence)),spans:[e.evidence]})),...t.quotes.map((e,t)=>({thing:bo(e,t),spans:e.spans})),...vo(`actor`,t.actors,xo),...vo(`place`,t.locations,So)];return{text:e,things:i.map(({thing:e})=>e),highlights:_o(e,i.flatMap(({thing:e,spans:t})=>t.map(([t,n])=>({id:e.id,layer:e.layer,start:t,end:n}))))}}function _o(e,t){let n=mo(e,t);return t.map((e,t)=>({...e,...n[t]}))}function vo(e,t,n){return[...new Set(t.map(({name:e})=>e))].map((r,i)=>{let a=t.filter(e=>e.name===r);return{thing:n(`${e}-${i+1}`,a[0]),spans:a.map(({start:e,end:t})=>[e,t])}})}function yo(e,t,n){let{location:r,killed:i,injured:a}=e;return{id:`event-${t+1}`,layer:`event`,kicker:[K[e.type].name,e.mode].filter(Boolean).join(` · `),title:n,type:e.type,status:e.status===`REPORTED`?void 0:J[e.status].name,facts:[...Q(`When`,$(bt(e.when),e.when.basis)),...Q(`As written`,e.when.text),...Q(`Where`,r&&$(jr({name:r.name,countryCode:r.country_code}),r.basis)),...Q(`Killed`,i&&$(`${Tt(i)} (“${i.text}”)`,i.basis)),...Q(`Injured`,a&&$(`${Tt(a)} (“${a.text}”)`,a.basis)),...Da(e.victims),...Oa(e.participants),...Q(`According to`,$(e.said_by,e.said_by_basis))]}}function bo(e,t){return{id:`quote-${t+1}`,layer:`quote`,kicker:{DIRECT:`Direct quote`,INDIRECT:`Reported speech`,MIXED:`Speech with quoted words`}[e.kind],title:e.speaker?.name??`Nobody in particular`,facts:[...Q(`Words`,e.text),...Q(`Said in or to`,e.medium)]}}function xo(e,t){return{id:e,layer:`actor`,kicker:[Vt[t.kind],Ut[t.sector]].filter(Boolean).join(` · `),title:t.name,facts:[...Q(`Office`,t.office),...Q(`Country`,t.country_code&&Y(t.country_code))]}}function So(e,t){return{id:e,layer:`place`,kicker:Ht[t.kind],title:jr({name:t.name,countryCode:t.country_code}),facts:[...Q(`At`,Ra(t.latitude,t.longitude)),...Q(`Why this one`,t.reason),...Q(`How sure`,`${Math.round(t.score*100)} of 100`)]}}var Co={day:`2025-09-17`,text:`GOMA, Congo — At least six people were killed and 14 injured when shells struck a bus station in the eastern Congolese city of Goma on Tuesday, the provincial governor said.

“People were waiting for the last bus home,” Governor Solange Mukendi told reporters outside the hospital. She said that the number of dead could rise.

The army blamed the rebel Kivu Defense Movement for the shelling. A spokesman for the rebels, Pascal Rwemera, denied it, saying the shells had come “from the army's own guns on the hill.”

Kenya's foreign minister, Wanjala Kiprotich, urged both sides to return to the talks in Nairobi, which are to resume on 29 September. The United Nations sent two trucks of medical supplies from Bukavu on Wednesday, and about 300 people marched through Goma to demand that the road to the airport be reopened.`},wo=1e5;function To({hash:e,query:t}){let[n,r]=N(``),[i,a]=N(Dt),[o,s]=N(),[c,l]=N(),u=F(void 0),[d,f]=N(!1);sr(`Try it`);let p=async(e,t)=>{u.current?.abort();let n=new AbortController;u.current=n,l(void 0),f(!0);try{let r=JSON.stringify({text:e,...t&&{publishedAt:t}});s(go(e,await nt(`/v1/analyze`,r,n.signal))),rr(`#`,{replace:!0})}catch(e){if(it(e))return;l(e instanceof R?e:new R(`The answer could not be read.`,`Try again.`))}f(!1)};return W(`main`,{id:`main`,class:o?`sheet reader try has-reading`:`sheet reader try`,tabIndex:-1,"aria-busy":d,children:[W(`header`,{class:`article-head`,children:[W(`h1`,{children:`Try it on an article`}),W(`p`,{class:`byline`,children:`Paste English news text. It is read on this server and forgotten; nothing is stored.`})]}),W(`form`,{class:`paste`,onSubmit:e=>{e.preventDefault(),n.trim()&&p(n,i)},children:[W(`label`,{children:[W(`span`,{children:`Text`}),W(`textarea`,{rows:o?5:12,required:!0,maxLength:wo,value:n,onInput:e=>r(e.currentTarget.value)})]}),W(`div`,{class:`paste-foot`,children:[W(`label`,{children:[W(`span`,{children:`Published on`}),W(`input`,{type:`date`,value:i,onChange:e=>a(e.currentTarget.value)})]}),W(`button`,{type:`submit`,class:`primary`,disabled:d||!n.trim(),children:d?`Reading …`:`Read it`}),W(`button`,{type:`button`,onClick:()=>{r(Co.text),a(Co.day),p(Co.text,Co.day)},children:`Use an example`}),W(`span`,{class:`aside`,children:n.length>wo*.8?`${H(wo-n.length,`character`)} left`:`“Tuesday” is counted from that day.`})]})]}),c&&W(X,{failure:c,retry:()=>void p(n,i)}),d&&!o&&W(kr,{what:`the model, which takes a few seconds the first time`,lines:6}),o&&W(ao,{reading:o,hash:e,query:t})]})}function Eo({address:e,theme:t,toggleTheme:n}){let{view:r}=tr(e.path),i=e=>r===e?`page`:void 0;return W(`header`,{class:`masthead`,children:[W(`a`,{class:`wordmark`,href:`/`,"aria-label":`Dateline: all events`,children:[`Date`,W(`span`,{children:`line`})]}),W(Do,{address:e}),W(`nav`,{"aria-label":`Pages`,children:[W(`a`,{href:`/`,"aria-current":i(`explore`),children:`Events`}),W(`a`,{href:`/try`,"aria-current":i(`try`),children:`Try it`}),W(`a`,{href:`/graphql`,children:`GraphQL`}),W(`a`,{href:`/v1`,children:`REST`})]}),W(`button`,{type:`button`,class:`theme`,onClick:n,"aria-label":t===`dark`?`Use light colours`:`Use dark colours`,children:W(Nt,{name:t===`dark`?`sun`:`moon`})})]})}function Do({address:e}){let t=e.path===`/search`?new URLSearchParams(e.query).get(`q`)??``:``,[n,r]=N(t);return P(()=>r(t),[t]),W(`form`,{class:`search`,role:`search`,onSubmit:e=>{e.preventDefault(),n.trim()&&rr(`/search?${new URLSearchParams({q:n.trim()})}`)},children:[W(Nt,{name:`search`}),W(`input`,{type:`search`,"aria-label":`Search everything`,placeholder:`Search events, people, places, quotes`,value:n,onInput:e=>r(e.currentTarget.value)})]})}var Oo=5,ko=30;function Ao({query:e}){let t=new URLSearchParams(e),n=t.get(`q`)?.trim()??``,r=t.get(`more`)?ko:Oo,{data:i,failure:a,retry:o,waiting:s}=B($e,n?{search:n,first:r}:void 0);return sr(n?`Search: ${n}`:`Search`),W(`main`,{id:`main`,class:`sheet search-page`,tabIndex:-1,"aria-busy":s,children:[W(`h1`,{children:n?W(y,{children:[`Search for `,W(`mark`,{children:n})]}):`Search`}),W(`p`,{class:`aside`,children:`All words must be there; words in quotation marks side by side. Case, accents and English endings make no difference.`}),a&&W(X,{failure:a,retry:o}),!a&&n&&!i&&W(kr,{what:`what fits`,lines:8}),!a&&i&&W(jo,{data:i,search:n,few:r===Oo})]})}function jo({data:e,search:t,few:n}){let{events:r,actors:i,locations:a,quotes:o,articles:s}=e;if([r,i,a,o,s].reduce((e,{totalCount:t})=>e+t,0)===0)return W(Ar,{title:`Nothing fits`,children:W(`p`,{children:[`Try fewer words, or a part of the name. What was read so far is at `,W(`a`,{href:`/`,children:`all events`}),`.`]})});let c=Math.max(r.totalCount,i.totalCount,a.totalCount,o.totalCount,s.totalCount)>Oo;return W(y,{children:[W(`div`,{class:`columns`,children:[W(`div`,{children:[W(Mo,{title:`Events`,noun:`event`,total:r.totalCount,children:W(`div`,{class:`cards`,children:r.nodes.map(e=>W(Nr,{event:e},e.id))})}),W(Mo,{title:`Quotes`,noun:`quote`,total:o.totalCount,children:o.nodes.map(e=>W(sa,{quote:e},e.id))})]}),W(`div`,{children:[W(Mo,{title:`People and bodies`,noun:`actor`,total:i.totalCount,children:W(`ul`,{class:`rows`,children:i.nodes.map(e=>W(`li`,{children:[W(`a`,{href:`/actor/${e.id}`,children:e.name}),W(`span`,{class:`aside`,children:[Vt[e.kind],Ut[e.sector],e.countryCode&&Y(e.countryCode)].filter(Boolean).join(` · `)}),W(`span`,{class:`aside`,children:[H(e.eventCount,`event`),`, `,H(e.quoteCount,`quote`)]})]},e.id))})}),W(Mo,{title:`Places`,noun:`place`,total:a.totalCount,children:W(`ul`,{class:`rows`,children:a.nodes.map(e=>W(`li`,{children:[W(`a`,{href:`/location/${e.id}`,children:jr(e)}),W(`span`,{class:`aside`,children:Ht[e.kind]}),W(`span`,{class:`aside`,children:H(e.eventCount,`event`)})]},e.id))})}),W(Mo,{title:`Articles`,noun:`article`,total:s.totalCount,children:W(`ul`,{class:`rows`,children:s.nodes.map(e=>W(`li`,{children:[W(`a`,{href:`/article/${e.id}`,children:e.title??`Without a title`}),W(`span`,{class:`aside`,children:[e.publisher,e.publishedAt&&yt(e.publishedAt)].filter(Boolean).join(`, `)})]},e.id))})})]})]}),n&&c&&W(`p`,{class:`more`,children:W(`button`,{type:`button`,onClick:()=>rr(`/search?${new URLSearchParams({q:t,more:`1`})}`,{replace:!0}),children:[`Show up to `,ko,` of each`]})})]})}function Mo({title:e,noun:t,total:n,children:r}){return n===0?null:W(`section`,{class:`kind ${t}`,"aria-label":e,children:[W(`h2`,{children:[e,` `,W(`small`,{children:V(n)})]}),r]})}var No=`dateline:theme`,Po=window.matchMedia(`(prefers-color-scheme: dark)`);function Fo(){let[e,t]=N(Io),[n,r]=N(Po.matches?`dark`:`light`);P(()=>{let e=()=>r(Po.matches?`dark`:`light`);return Po.addEventListener(`change`,e),()=>Po.removeEventListener(`change`,e)},[]);let i=e??n;return document.documentElement.dataset.theme=i,[i,()=>{let e=i===`dark`?`light`:`dark`;t(e),Lo(e)}]}function Io(){try{let e=window.localStorage.getItem(No);return e===`light`||e===`dark`?e:void 0}catch{return}}function Lo(e){try{window.localStorage.setItem(No,e)}catch{}}function Ro(){let e=ar(),[t,n]=Fo(),r=tr(e.path);return W(y,{children:[W(`a`,{class:`skip`,href:`#main`,onClick:zo,children:`Skip to the content`}),W(Eo,{address:e,theme:t,toggleTheme:n}),W(Bo,{route:r,address:e,theme:t}),W(`footer`,{class:`colophon`,children:W(`p`,{children:[`Read by machine from news articles; every fact leads to the words that say it. Map: `,W(`a`,{href:`https://www.naturalearthdata.com/`,rel:`noreferrer`,children:`Natural Earth`}),`, public domain. Places: `,W(`a`,{href:`https://www.geonames.org/`,rel:`noreferrer`,children:`GeoNames`}),`.`]})})]})}function zo(e){e.preventDefault(),document.querySelector(`main`)?.focus()}function Bo({route:e,address:t,theme:n}){switch(e.view){case`explore`:return W(Ji,{query:t.query,theme:n});case`event`:return W(_a,{id:e.id},e.id);case`article`:return W(lo,{id:e.id,hash:t.hash,query:t.query},e.id);case`actor`:return W(ca,{id:e.id},e.id);case`location`:return W(Ba,{id:e.id,theme:n},e.id);case`search`:return W(Ao,{query:t.query});case`try`:return W(To,{hash:t.hash,query:t.query});default:return W($i,{what:`page`})}}var Vo=document.getElementById(`page`);Vo&&(Vo.textContent=``,k(W(Ro,{}),Vo));
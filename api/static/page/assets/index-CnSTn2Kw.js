var e,t,n,r,i,a,o,s,c,l,u=Symbol.for(`pv`),d={},f=[],p=/^m(i|n|o|s|text|space)$/,m=Array.isArray,h=f.slice,g=Object.assign;function _(e){e&&e.parentNode&&e.remove()}function v(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:u,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function y(e){return e.children}function b(e,t){this.props=e,this.context=t,this.__g=0}function ee(e,t){if(t==null)return e.__&&ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ee(e)}function x(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=g({constructor:u},r)).__v=r.__v+1,e.vnode&&e.vnode(n),se(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||ee(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,ue(a,n,o),r.__=r.__e=null,n.__e!=i&&S(n))}function S(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),S(e)}function te(t){(8&t.__g||(t.__g|=8,n.push(t),i++))&&r==e.debounceRendering||((r=e.debounceRendering)||queueMicrotask)(C)}function C(){try{for(var e,t=1;n.length;)n.length>t&&n.sort(a),e=n.shift(),t=n.length,8&e.__g&&x(e)}finally{(i=n.length)&&(r||queueMicrotask)(C)}}function ne(e,t,n,r,i,a,o,s,c,l,u){var p,m,h,g,_,v,y=r.__k||f,b=t.length;for(c=w(n,t,y,c,b),p=0;p<b;p++)(h=n.__k[p])!=null&&(m=~h.__i&&y[h.__i]||d,h.__i=p,v=se(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&fe(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=T(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function w(e,t,n,r,i){var a,o,s,c,l,d,f,p,h,g=n.length,_=g,b=0,x=0,S=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=S[a]=v(null,o):m(o)?o=S[a]=v(y,{children:o}):o.constructor===u&&o.__b?o=S[a]=v(o.type,o.props,o.key,o.ref,o.__v):S[a]=o,c=a+b,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=re(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?b--:l==c+1?b++:l!=c&&(l>c?b--:b++,x=1)):(~l||(i>g?b--:i<g&&b++),typeof o.type!=`function`&&(o.__u|=4))):S[a]=null;if(x){for(d=[],f=[],a=0;a<i;a++)if((o=S[a])&&16&o.__u){for(b=0,p=d.length;b<p;)d[h=b+p>>1]<o.__i?b=h+1:p=h;d[b]=o.__i,f[a]=b+1}for(b=d.length;a--;)f[a]&&(f[a]==b?b--:S[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ee(s)),pe(s,s));return r}function T(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=T(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ee(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function re(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ie(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function ae(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ie(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ie(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=l[t]||(l[t]=oe(t)),(e.__a||={})[t]=c,a=t!=(t=t.replace(s,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function oe(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[o]==null)n[o]=c++;else if(n[o]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function se(t,n,r,i,a,o,s,c,l,d){var p,h,v,x,S,te,C,w,T,re,ie,ae,oe,se,ue,fe,he,E,D=n.type;if(n.constructor!==u)return null;128&r.__u&&(l=32&r.__u,p=r.__c.__z)&&(n.__u|=l,h=o=[],p.nodeType==8?c=ce(p,o):o.push(p),c=o[0]||c),(p=e.__b)&&p(n);n:if(typeof D==`function`){v=s.length;try{if(w=n.props,T=(p=D.prototype)&&p.render,re=(p=D.contextType)&&i[p.__c],ie=p?re?re.props.value:p.__:i,(x=r.__c)?(n.__c=x,2&x.__g&&(x.__g|=1)):(T?n.__c=x=new D(w,ie):(n.__c=x=new b(w,ie),x.constructor=D,x.render=me),re&&re.sub(x),x.state||(x.state={}),x.__n=i,x.__g|=8,x.__h=[],x.__k=[]),T&&(x.__s||(x.__s=x.state),D.getDerivedStateFromProps&&(x.__s==x.state&&(x.__s=g({},x.__s)),g(x.__s,D.getDerivedStateFromProps(w,x.__s)))),S=x.props,te=x.state,x.__v=n,r.__c){if(w!==S&&T&&!D.getDerivedStateFromProps&&x.componentWillReceiveProps&&x.componentWillReceiveProps(w,ie),n.__v==r.__v&&!(8&x.__g)||!(4&x.__g)&&x.shouldComponentUpdate&&!1===x.shouldComponentUpdate(w,x.__s,ie)){n.__v!=r.__v&&(x.props=w,x.state=x.__s,x.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),f.push.apply(x.__h,x.__k),x.__k=[],x.__h.length&&s.push(x),c=ee(r);break n}x.componentWillUpdate&&x.componentWillUpdate(w,x.__s,ie),T&&x.componentDidUpdate&&x.__h.push(function(){x.componentDidUpdate(S,te,C)})}else T&&!D.getDerivedStateFromProps&&x.componentWillMount&&x.componentWillMount(),T&&x.componentDidMount&&x.__h.push(x.componentDidMount);x.context=ie,x.props=w,x.__P=t,x.__g&=-5,ae=e.__r,oe=T?25:0;do x.__g&=-9,ae&&ae(n),p=x.render(x.props,x.state=x.__s,x.context);while(8&x.__g&&++oe<25);T&&(f.push.apply(x.__h,x.__k),x.__k=[]),x.state=x.__s,x.getChildContext&&(i=g({},i,x.getChildContext())),T&&r.__c&&x.getSnapshotBeforeUpdate&&(C=x.getSnapshotBeforeUpdate(S,te)),se=p&&p.type===y&&p.key==null?p.props.children:p,w.__P&&(p=c,a=(t=w.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&pe(e,e)}),r.__k=null),c=r.__k?ee(r,0):null),c=ne(t,m(se)?se:[se],n,r,i,a,o,s,c,l,d),w.__P&&(n.__e=null,c=p),n.__u&=-161,h&&h.some(_),x.__h.length&&s.push(x),1&x.__g&&(x.__g&=-4)}catch(t){if(s.length=v,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(he=o.indexOf(c||void 0))||(he=o.length);(E=o[he-1])&&E.nodeType==8;)he--;for(;he<o.length;he++)if(E=o[he]){if(o[he]=null,ue){if(E==fe)break}else{if(E.nodeType!=8)break;E.data.startsWith(`$s`)&&(fe=ce(ue=E))}}}if(!ue){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ue=c}(p=ce(ue=n.__c.__z||(n.__c.__z=ue)))?(n.__e=ue,c=p):n.__e=c,c&&=c.nextSibling}else o&&o.some(_)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||le(n),e.__e(t,n,r)}}else c=n.__e=de(r.__e,n,r,i,a,o,s,l,d,t);return(p=e.diffed)&&p(n),c}function ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function le(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(le))}function ue(t,n,r){for(var i=0;i<r.length;)fe(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function de(t,n,r,i,a,o,s,c,l,u){var f,g,v,y,b,x,S,te,C=r.props||d,w=n.props,T=n.type;if(T==`svg`?a=`http://www.w3.org/2000/svg`:T==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(f=0;f<o.length;f++)if((b=o[f])&&(T?b.localName==T:b.nodeType==3)){t=b,o[f]=null;break}}if(!t){if(te=u.ownerDocument||document,!T)return te.createTextNode(w);t=te.createElementNS(a,T,w.is?w:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(T){if(u=T==`template`&&t.content||t,o=T==`textarea`&&w.defaultValue!=null?null:o&&h.call(u.childNodes),!c&&o)for(C={},f=0;f<t.attributes.length;f++)C[(b=t.attributes[f]).name]=b.value;for(f in C)b=C[f],f==`dangerouslySetInnerHTML`?v=b:f==`children`||f in w||f==`value`&&`defaultValue`in w||f==`checked`&&`defaultChecked`in w||ae(t,f,null,b,a);for(f in w)b=w[f],f==`children`?y=b:f==`dangerouslySetInnerHTML`?g=b:f==`value`?x=b:f==`checked`?S=b:c&&typeof b!=`function`||C[f]===b||ae(t,f,b,C[f],a);g?(c||v&&(g.__html==v.__html||g.__html==t.innerHTML)||(t.innerHTML=g.__html),n.__k=[]):(v&&(t.textContent=``),(T==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&p.test(T))&&(a=`http://www.w3.org/1999/xhtml`),ne(u,m(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&ee(r,0),c,l),o&&o.some(_)),c&&T!=`textarea`||(f=`value`,T==`progress`&&x==null?t.removeAttribute(f):x==null||x===t[f]&&(T!=`progress`||x)||ae(t,f,x,C[f],a),f=`checked`,S!=null&&S!=t[f]&&ae(t,f,S,C[f],a))}else C===w||c&&t.data==w||(t.data=w);return t}function fe(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function pe(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||fe(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&pe(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=ce(i,o=[]))&&(i==t.__e&&o.some(_),_(a),_(i)),r||_(t.__e),t.__e=t.__c=t.__=null}function me(e,t,n){return this.constructor(e,n)}function he(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=v(y,{children:[t]}),a=[],o=[],se(n,n.__k,i||d,d,n.namespaceURI,i?null:n.firstChild?h.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),ue(a,n.__k,o),n.__k.props.children=null}e={__e:function(e,t,n,r){for(var a,o,s;t=t.__;)if((a=t.__c)&&!(1&a.__g)){a.__g|=4;try{if((s=(o=a.constructor)&&o.getDerivedStateFromError)&&a.setState(o.getDerivedStateFromError(e)),a.componentDidCatch&&(a.componentDidCatch(e,r||{}),s=1),s&&8&a.__g)return void(a.__g|=2)}catch(t){e=t}}throw i=0,e}},t=0,b.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=g({},this.state)),typeof e==`function`&&(e=e(g({},n),this.props)),e&&(g(n,e),this.__v&&(t&&this.__k.push(t),te(this)))},b.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),te(this))},b.prototype.render=y,n=[],i=0,a=function(e,t){return e.__v.__b-t.__v.__b},o=Symbol(),s=/(PointerCapture)$|Capture$/i,c=0,l={};var E,D,ge,_e,ve=Object.is,ye=0,be=[],xe=[],O=e,Se=O.__b,Ce=O.__r,we=O.diffed,Te=O.__c,Ee=O.unmount,De=O.__;function Oe(e,t){O.__h&&O.__h(D,e,ye||t),ye=0;var n=D.__H||(D.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function k(e){return ye=1,ke(ze,e)}function ke(e,t,n){var r=Oe(E++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):ze(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);ve(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=D,!D.__f)){D.__f=!0;var i=D.shouldComponentUpdate;D.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,ve(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function A(e,t){var n=Oe(E++,3);!O.__s&&Re(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,D.__H.__h.push(n))}function Ae(e,t){var n=Oe(E++,4);!O.__s&&Re(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,D.__h.push(n))}function j(e){return ye=5,M(function(){return{current:e}},[])}function M(e,t){var n=Oe(E++,7);return Re(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function je(){var e=Oe(E++,11);if(!e.__){for(var t=D.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Me(){var e;do{for(;e=xe.shift();)try{Ie(e)}catch(t){O.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=be.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Ie),t.__h.some(Le),t.__h=[]}catch(n){t.__h=[],O.__e(n,e.__v)}}}while(xe.length)}O.__b=function(e){D=null,Se&&Se(e)},O.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),De&&De(e,t)},O.__r=function(e){Ce&&Ce(e),E=0;var t=(D=e.__c).__H;t&&(ge==D?D.__h=[]:(t.__h.some(Ie),t.__h.some(Le),E=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),ge=D},O.diffed=function(e){we&&we(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Fe(be.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),ge=D=null},O.__c=function(e,t){t.some(function(e){try{e.__h.some(Ie),e.__h=e.__h.filter(function(e){return!e.__||Le(e)})}catch(t){e.__h=[function(){throw t}]}}),Te&&Te(e,t)},O.unmount=function(e){Ee&&Ee(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Fe(xe.push(r))}else Ie(r)}catch(e){t=e}}),r.__H=void 0,t&&O.__e(t,r.__v))};var Ne=typeof requestAnimationFrame==`function`;function Pe(e){var t,n=function(){clearTimeout(r),Ne&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Ne&&(t=requestAnimationFrame(n))}function Fe(e){e!=1&&_e==O.requestAnimationFrame||((_e=O.requestAnimationFrame)||Pe)(Me)}function Ie(e){var t=D,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),D=t}function Le(e){var t=D;e.__c=e.__(),D=t}function Re(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!ve(t,e[n])})}function ze(e,t){return typeof t==`function`?t(e):t}var N=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new N(`
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
    `,{fragmentName:`Saying`}),new N(`
    fragment Words on Evidence {
  article {
    id
  }
  span {
    startUtf16
    endUtf16
  }
}
    `,{fragmentName:`Words`}),new N(`
    fragment Judged on Judgement {
  id
  kind
  reason
  score
  madeBy
  madeAt
  withdrawn {
    by
    at
    reason
  }
  reports {
    id
    summary
    article {
      id
      publisher
      publishedAt
    }
  }
}
    `,{fragmentName:`Judged`}),new N(`
    fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}
    `,{fragmentName:`WhenParts`}),new N(`
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}
    `,{fragmentName:`Place`}),new N(`
    fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
    `,{fragmentName:`CountParts`}),new N(`
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
      summary
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
}`,{fragmentName:`Card`});var Be=new N(`
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
    `),Ve=new N(`
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
}`),He=new N(`
    query Company($where: EventWhere) {
  eventStats(where: $where, by: [ACTOR, TYPE], first: 200) {
    events
    keys {
      value
    }
  }
}
    `),Ue=new N(`
    query ActorNames($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Actor {
      id
      name
      kind
    }
  }
}
    `),We=new N(`
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
    `),Ge=new N(`
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
}`),Ke=new N(`
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
}`),qe=new N(`
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
}`),Je=new N(`
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
}`),Ye=new N(`
    query BrowseArticles($where: ArticleWhere, $search: String, $orderBy: ArticleOrder, $first: Int!, $after: String) {
  articles(
    where: $where
    search: $search
    orderBy: $orderBy
    first: $first
    after: $after
  ) {
    totalCount
    nodes {
      id
      title
      publisher
      publishedAt
      byline
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),Xe=new N(`
    query BrowseActors($where: ActorWhere, $orderBy: ActorOrder, $first: Int!, $after: String) {
  actors(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    nodes {
      id
      name
      kind
      sector
      countryCode
      eventCount
      quoteCount
      articleCount
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),Ze=new N(`
    query BrowseLocations($where: LocationWhere, $orderBy: LocationOrder, $first: Int!, $after: String) {
  locations(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    nodes {
      ...Place
      eventCount
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
}`),Qe=new N(`
    query LatestJudgements($first: Int!, $before: ID) {
  latestJudgements(first: $first, before: $before) {
    ...Judged
    articleId
    article {
      id
      title
    }
    part {
      id
      name
    }
    whole {
      id
      name
    }
  }
}
    fragment Judged on Judgement {
  id
  kind
  reason
  score
  madeBy
  madeAt
  withdrawn {
    by
    at
    reason
  }
  reports {
    id
    summary
    article {
      id
      publisher
      publishedAt
    }
  }
}`),$e=new N(`
    query ActorJudgements($id: ID!) {
  actor(id: $id) {
    judgements {
      ...Judged
      part {
        id
        name
      }
      whole {
        id
        name
      }
    }
  }
}
    fragment Judged on Judgement {
  id
  kind
  reason
  score
  madeBy
  madeAt
  withdrawn {
    by
    at
    reason
  }
  reports {
    id
    summary
    article {
      id
      publisher
      publishedAt
    }
  }
}`),et=new N(`
    mutation CorrectEvent($event: ID!, $change: EventChange!, $reason: String!) {
  eventCorrect(event: $event, change: $change, reason: $reason) {
    event {
      id
    }
  }
}
    `),tt=new N(`
    mutation MergeEvents($events: [ID!]!, $reason: String!) {
  eventsMerge(events: $events, reason: $reason) {
    event {
      id
    }
  }
}
    `),nt=new N(`
    mutation MergeActors($into: ID!, $actors: [ID!]!, $reason: String!) {
  actorsMerge(into: $into, actors: $actors, reason: $reason) {
    actor {
      id
    }
  }
}
    `),rt=new N(`
    mutation WithdrawJudgement($judgement: ID!, $reason: String!) {
  judgementWithdraw(judgement: $judgement, reason: $reason) {
    judgement {
      id
    }
  }
}
    `),it=new N(`
    query OneEvent($id: ID!, $after: String) {
  event(id: $id) {
    ...Card
    confidence
    locationBasis
    corrections {
      field
      value
      told
    }
    judgements {
      ...Judged
    }
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
    fragment Judged on Judgement {
  id
  kind
  reason
  score
  madeBy
  madeAt
  withdrawn {
    by
    at
    reason
  }
  reports {
    id
    summary
    article {
      id
      publisher
      publishedAt
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
      summary
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
}`),at=new N(`
    query Events($where: EventWhere, $search: String, $first: Int!, $after: String, $orderBy: EventOrder) {
  events(
    where: $where
    search: $search
    first: $first
    after: $after
    orderBy: $orderBy
  ) {
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
      summary
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
}`),ot=new N(`
    query Stats($where: EventWhere, $search: String, $by: [EventDimension!]!, $first: Int!) {
  eventStats(where: $where, search: $search, by: $by, first: $first) {
    events
    killed
    keys {
      value
    }
  }
}
    `),st=new N(`
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
}`),ct=new N(`
    query Suggest($text: String!, $kinds: [SuggestionKind!], $first: Int) {
  suggestions(text: $text, kinds: $kinds, first: $first) {
    kind
    value
    name
    matched
    note
    count
  }
}
    `),lt=new N(`
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
    `),ut=new N(`
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
}`),dt=new N(`
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
    `),ft=new N(`
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
      summary
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
}`),P=class extends Error{hint;constructor(e,t){super(e),this.hint=t}},pt=`Check that the server still runs, then try again.`;async function mt(e,t,n,r){let i=await ht(`/graphql`,JSON.stringify({query:vt(e.toString()),variables:t}),n,r),a=i.errors?.[0];if(a||!i.data)throw new P(a?.message??`The answer holds no data.`,a?.extensions?.hint??pt);return i.data}async function ht(e,t,n,r){let i={Accept:`application/json`,"Content-Type":`application/json`,...r&&{Authorization:`Bearer ${r}`}},a;try{a=await fetch(e,{method:`POST`,headers:i,body:t,signal:n??null})}catch(e){throw _t(e)?e:new P(`The server cannot be reached.`,pt)}return gt(a)}async function gt(e){let t=await e.text();try{let n=JSON.parse(t);if(!e.ok&&n.detail)throw new P(n.detail,n.hint??pt);return n}catch(t){throw t instanceof P?t:new P(`The server answered ${e.status} ${e.statusText}.`,pt)}}function _t(e){return e instanceof DOMException&&e.name===`AbortError`}function vt(e){return e.replace(/\s+/g,` `).trim()}var yt=80,F=new Map;function I(e,t){let n=t===void 0?void 0:`${e}${JSON.stringify(t)}`,[,r]=k(0),[i,a]=k(0),o=j({});n!==void 0&&F.has(n)&&o.current.key!==n&&(o.current={key:n,data:xt(n)}),A(()=>{if(n===void 0||F.has(n)&&o.current.key===n&&!o.current.failure)return;let i=new AbortController,a=e=>{o.current={key:n,data:o.current.data,...e},r(e=>e+1)};return mt(e,t,i.signal).then(e=>{St(n,e),a({data:e})},e=>{_t(e)||a({failure:e instanceof P?e:new P(String(e),`Load the page again.`)})}),()=>i.abort()},[n,i]);let{data:s,failure:c}=o.current,l=o.current.key===n;return{data:s,failure:l?c:void 0,waiting:n!==void 0&&!l,retry:()=>a(e=>e+1)}}function bt(){F.clear()}function xt(e){let t=F.get(e);return F.delete(e),F.set(e,t),t}function St(e,t){F.set(e,t);for(let e of F.keys()){if(F.size<=yt)break;F.delete(e)}}var Ct=40,wt=new Map;function Tt(){wt.clear()}function Et(e,t){wt.delete(e),wt.set(e,t);for(let e of wt.keys()){if(wt.size<=Ct)break;wt.delete(e)}}function Dt(e,t,n){let r=I(e,t),i=JSON.stringify(t),a=`${e}${i}`,[o,s]=k({key:i,pages:wt.get(a)??[]}),[c,l]=k(),u=j(!1);A(()=>l(void 0),[i]);let d=r.data&&n(r.data),f=o.key===i?o.pages:wt.get(a)??[],p=d?[d,...f]:[],{hasNextPage:m,endCursor:h}=p.at(-1)?.pageInfo??{hasNextPage:!1,endCursor:null},g=()=>{u.current||(u.current=!0,mt(e,{...t,after:h}).then(e=>{let t=n(e);l(void 0);let r=[...f,...t?[t]:[]];Et(a,r),s({key:i,pages:r})},e=>l(e instanceof P?e:new P(String(e),`Try again.`))).finally(()=>{u.current=!1}))};return{nodes:p.flatMap(e=>e.nodes),total:d?.totalCount,failure:r.failure??c,waiting:r.waiting,more:m&&!r.waiting?g:void 0,retry:r.failure?r.retry:g}}var Ot=40;function kt(e,t,n){let[r,i]=k({nodes:[],done:!1});return A(()=>{let r=new AbortController;async function a(){let a=[],o=null;for(let s=0;s<Ot;s+=1){let s=n(await mt(e,{...t,after:o},r.signal));if(a=[...a,...s?.nodes??[]],o=s?.pageInfo.hasNextPage?s.pageInfo.endCursor:null,i({nodes:a,done:o===null}),o===null)return}}return a().catch(e=>{if(!r.signal.aborted){let t=e instanceof P?e:new P(String(e),`Load the page again.`);i(e=>({...e,failure:t}))}}),()=>r.abort()},[e,JSON.stringify(t)]),{failure:void 0,...r}}var At=new Intl.NumberFormat(`en-GB`),jt=new Intl.DateTimeFormat(`en-GB`,{day:`numeric`,month:`short`,year:`numeric`,timeZone:`UTC`}),Mt=new Intl.DateTimeFormat(`en-GB`,{day:`numeric`,timeZone:`UTC`}),Nt=new Intl.DateTimeFormat(`en-GB`,{day:`numeric`,month:`short`,timeZone:`UTC`}),Pt=new Intl.DateTimeFormat(`en-GB`,{month:`long`,year:`numeric`,timeZone:`UTC`}),Ft=new Intl.DateTimeFormat(`en-GB`,{month:`short`,year:`numeric`,timeZone:`UTC`}),It=new Intl.DateTimeFormat(`en-GB`,{year:`numeric`,timeZone:`UTC`});function L(e){return At.format(e)}function R(e,t,n=`${t}s`){return`${At.format(e)} ${e===1?t:n}`}function z(e){return new Date(`${e.slice(0,10)}T00:00:00Z`)}function B(e){return jt.format(z(e))}function Lt({earliest:e,latest:t,precision:n}){let r=e??t;if(r)return(n===`APPROXIMATE`?`about `:``)+Rt(r,t??r)}function Rt(e,t){let[n,r]=[z(e),z(t)];return e===t?jt.format(n):zt(n,r)?It.format(n):Bt(n,r)?Pt.format(n):n.getUTCDate()===1&&Vt(r)?`${Ft.format(n)} – ${Ft.format(r)}`:n.getUTCFullYear()===r.getUTCFullYear()?n.getUTCMonth()===r.getUTCMonth()?`${Mt.format(n)}–${jt.format(r)}`:`${Nt.format(n)} – ${jt.format(r)}`:`${jt.format(n)} – ${jt.format(r)}`}function zt(e,t){return e.getUTCFullYear()===t.getUTCFullYear()&&e.getUTCMonth()===0&&e.getUTCDate()===1&&t.getUTCMonth()===11&&t.getUTCDate()===31}function Bt(e,t){return e.getUTCFullYear()===t.getUTCFullYear()&&e.getUTCMonth()===t.getUTCMonth()&&e.getUTCDate()===1&&Vt(t)}function Vt(e){return new Date(e.getTime()+864e5).getUTCDate()===1}function Ht({low:e,best:t,high:n}){return n===null?`${At.format(t)}+`:e===n?At.format(t):`${At.format(e)}–${At.format(n)}`}function Ut(e,t){if(e.length<=t)return e;let n=e.slice(0,t);return`${n.slice(0,Math.max(n.lastIndexOf(` `),t/2))} …`}function Wt(){let e=new Date,t=e=>String(e).padStart(2,`0`);return`${e.getFullYear()}-${t(e.getMonth()+1)}-${t(e.getDate())}`}function Gt(e,t){let n=e.search(/\s/);return n<0||e.length<t?e:`… ${e.slice(n+1)}`}function Kt(e,t){if(e.length<t)return e;let n=/^.*\s/s.exec(e)?.[0].trimEnd();return n?`${n} …`:e}var qt=Symbol.for(`pv`),Jt=0;Array.isArray;function V(t,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l&&typeof t!=`function`)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:t,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:qt,__v:--Jt,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),e.vnode&&e.vnode(u),u}var Yt={plus:`M10 4v12M4 10h12`,minus:`M4 10h12`,fit:`M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4`,box:`M4 6V4h2M9 4h2M14 4h2v2M16 9v2M16 14v2h-2M11 16H9M6 16H4v-2M4 11V9`,eye:`M2.500 10s2.800-5 7.500-5 7.500 5 7.500 5-2.800 5-7.500 5-7.500-5-7.500-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4`,close:`M5 5l10 10M15 5L5 15`,search:`M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11M13 13l4 4`,down:`M5 8l5 5 5-5`,sun:`M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M4.300 15.700l1.100-1.100M14.600 5.400l1.100-1.100`,moon:`M16.500 12A7 7 0 0 1 8 3.500a7 7 0 1 0 8.500 8.500z`,save:`M10 3v9M6 8.500l4 4 4-4M4 16h12`,arrow:`M4 10h12M11 5l5 5-5 5`};function Xt({name:e}){return V(`svg`,{class:`icon`,width:`20`,height:`20`,viewBox:`0 0 20 20`,"aria-hidden":`true`,children:V(`path`,{d:Yt[e]})})}function Zt(){let e=j(null),[t,n]=k({width:0,height:0});return Ae(()=>{let t=e.current;if(!t)return;let r=()=>n({width:t.clientWidth,height:t.clientHeight});r();let i=new ResizeObserver(r);return i.observe(t),()=>i.disconnect()},[]),[e,t]}var Qt={force:`Violence and threat`,protest:`Protest and demands`,law:`Law and crime`,harm:`Accident and disaster`,talks:`Talks and politics`,relief:`Relief and retreat`},H=Object.keys(Qt),U={ASSAULT:{name:`Assault`,family:`force`},THREATEN:{name:`Threat`,family:`force`},MOBILIZE:{name:`Mobilization`,family:`force`},PROTEST:{name:`Protest`,family:`protest`},REQUEST:{name:`Demand`,family:`protest`},REJECT:{name:`Rejection`,family:`protest`},ACCUSE:{name:`Accusation`,family:`protest`},COERCE:{name:`Coercion`,family:`law`},SANCTION:{name:`Sanction`,family:`law`},LEGAL:{name:`Legal action`,family:`law`},CRIME:{name:`Crime`,family:`law`},ACCIDENT:{name:`Accident`,family:`harm`},DISASTER:{name:`Disaster`,family:`harm`},CONSULT:{name:`Talks`,family:`talks`},AGREE:{name:`Agreement`,family:`talks`},SUPPORT:{name:`Support`,family:`talks`},COOPERATE:{name:`Cooperation`,family:`talks`},ELECTION:{name:`Election`,family:`talks`},AID:{name:`Aid`,family:`relief`},CONCEDE:{name:`Concession`,family:`relief`},RETREAT:{name:`Retreat`,family:`relief`}},$t=Object.keys(U);function W(e){return U[e]?.family??`talks`}function en(e){return $t.filter(t=>U[t].family===e)}var tn={KILLED:`killed`,INJURED:`injured`},G={REPORTED:{name:`Reported`,meaning:`Told as fact, or by a source that the text does not doubt`},CLAIMED:{name:`Claimed`,meaning:`A party says so, and the text sets it apart`},DENIED:{name:`Denied`,meaning:`Said not to have happened`},PLANNED:{name:`Planned`,meaning:`Announced or scheduled`},HYPOTHETICAL:{name:`Hypothetical`,meaning:`If, could, might`}},nn={STATED:`told by the sentence itself`,CARRIED:`carried from another sentence`,DATELINE:`taken from the dateline`,PUBLICATION:`counted from the day of publication`,INFERRED:`inferred: other words tell it`,MODEL:`read by a model`},rn={ACTOR:`by`,RECIPIENT:`to or with`,VICTIM:`victims`},an={PERSON:`Person`,ORGANIZATION:`Organization`,COUNTRY:`Country`,GROUP:`Group`},on={ADMIN1:`State or province`,ADMIN2:`County or district`,CITY:`City, town or village`,COUNTRY:`Country`,FACILITY:`Built or natural place`,REGION:`Region`},sn={BUS:`business`,COP:`police`,CRM:`crime`,CVL:`civilians`,EDU:`education`,GOV:`government`,IGO:`body of states`,JUD:`courts`,LEG:`parliament`,MED:`media`,MIL:`armed forces`,NGO:`non-governmental`,OPP:`opposition`,PTY:`party`,REB:`armed group`,SPY:`intelligence`,UNKNOWN:``},cn=new Intl.DisplayNames(`en`,{type:`region`,fallback:`code`}),ln={CD:`DR Congo`,CG:`Republic of the Congo`,HK:`Hong Kong`,MO:`Macao`,MM:`Myanmar`};function K(e){if(ln[e])return ln[e];try{return cn.of(e)??e}catch{return e}}var un=11;function dn({cluster:e,x:t,y:n,radius:r,measure:i,lit:a,chosen:o,onPoint:s,onOpen:c}){return V(`button`,{type:`button`,class:[`cluster`,a&&`lit`,o&&`chosen`].filter(Boolean).join(` `),style:{transform:`translate(${t}px, ${n}px) translate(-50%, -50%)`,zIndex:a?3:1},"aria-label":pn(e),"aria-pressed":e.spots.length===1?o:void 0,onClick:c,onMouseEnter:()=>s(!0),onMouseLeave:()=>s(!1),onFocus:()=>s(!0),onBlur:()=>s(!1),children:[V(mn,{cluster:e,radius:r,text:r>=un?L(e[i]):``}),V(`span`,{class:`cluster-card`,"aria-hidden":`true`,children:[V(`strong`,{children:fn(e)}),H.filter(t=>e.families[t]>0).map(t=>V(`span`,{class:`tally ${t}`,children:[Qt[t],` `,V(`b`,{children:L(e.families[t])})]},t)),e.killed>0&&V(`span`,{class:`tally`,children:[`Killed, added up `,V(`b`,{children:L(e.killed)})]}),V(`em`,{children:e.spots.length===1?`Click: only this place`:`Click: zoom in`})]})]})}function fn({spots:e}){let t=e[0],n=t?.countryCode?K(t.countryCode):void 0,r=[t?.name,n!==t?.name&&n].filter(Boolean).join(`, `);return e.length===1?r:`${r} and ${R(e.length-1,`place`)} near it`}function pn(e){let t=e.killed>0?`, ${L(e.killed)} killed`:``;return`${fn(e)}: ${R(e.events,`event`)}${t}`}function mn({cluster:e,radius:t,text:n}){let r=t<un?t*.6:Math.min(t*.34,7),i=t*2+4,a=i/2,o=0;return V(`svg`,{width:i,height:i,"aria-hidden":`true`,children:[V(`circle`,{class:`core`,cx:a,cy:a,r:t}),H.filter(t=>e.families[t]>0).map(n=>{let i=e.families[n],s=-o;return o+=i,V(`circle`,{class:`arc ${n}`,cx:a,cy:a,r:t-r/2,"stroke-width":r,pathLength:e.events,"stroke-dasharray":`${i} ${e.events-i}`,"stroke-dashoffset":s,transform:`rotate(-90 ${a} ${a})`},n)}),n&&V(`text`,{x:a,y:a,dy:`0.36em`,children:n})]})}var hn=256,gn=85.05,_n={least:0,most:10};function vn(e,t){let n=Math.sin(Math.max(-85.05,Math.min(gn,t))*Math.PI/180);return{x:(e+180)/360,y:.5-Math.log((1+n)/(1-n))/(4*Math.PI)}}function yn({x:e,y:t}){let n=Math.atan(Math.sinh(Math.PI*(1-2*t)))*180/Math.PI;return{longitude:bn(e*360-180),latitude:n}}function bn(e){return((e+180)%360+360)%360-180}function xn(e){return hn*2**e}function Sn({x:e,y:t},n,r){let i=vn(n.longitude,n.latitude),a=xn(n.zoom),o=e-i.x;return o-=Math.round(o),{x:r.width/2+o*a,y:r.height/2+(t-i.y)*a}}function Cn(e,t,n){let r=vn(t.longitude,t.latitude),i=xn(t.zoom);return{x:r.x+(e.x-n.width/2)/i,y:r.y+(e.y-n.height/2)/i}}function wn(e,t,n){let r=Math.max(Tn(n),Math.min(_n.most,t)),i=n.height/2/xn(r),a=i>=.5?.5:Math.max(i,Math.min(1-i,e.y));return{...yn({x:e.x,y:a}),zoom:r}}function Tn(e){let t=Math.max(e.height,Math.min(e.width,e.height*1.6),1);return Math.max(_n.least,Math.log2(t/hn)-.35)}function En(e,t,n,r){let i=Cn(n,e,t),a=wn(i,e.zoom+r,t).zoom,o=xn(a);return wn({x:i.x-(n.x-t.width/2)/o,y:i.y-(n.y-t.height/2)/o},a,t)}function Dn(e,t,n,r){return wn(Cn({x:t.width/2+n,y:t.height/2+r},e,t),e.zoom,t)}function On(e,t,n=6){if(e.length===0)return wn({x:.53,y:.42},0,t);let[r,i]=kn(e.map(e=>e.x)),[a,o]=kn(e.map(e=>e.y)),s={width:Math.max(t.width-96,40),height:Math.max(t.height-96,40)},c=Math.min(s.width/(i-r||1e-9),s.height/(o-a||1e-9)),l=Math.min(Math.log2(c/hn),n);return wn({x:(r+i)/2,y:(a+o)/2},l,t)}function kn(e){return e.reduce(([e,t],n)=>[Math.min(e,n),Math.max(t,n)],[1/0,-1/0])}function An(e,t,n,r){let i=Cn({x:Math.min(e.x,t.x),y:Math.min(e.y,t.y)},n,r),a=Cn({x:Math.max(e.x,t.x),y:Math.max(e.y,t.y)},n,r),[o,s]=[yn(i),yn(a)],c=a.x-i.x>=1;return{south:s.latitude,west:c?-180:o.longitude,north:o.latitude,east:c?180:s.longitude}}function jn(e,t,n){let r=Sn(vn(e.west,e.north),t,n),i=(((e.east-e.west)%360+360)%360||360)/360,a=Sn(vn(e.west,e.south),t,n);return{left:r.x,top:r.y,width:i*xn(t.zoom),height:a.y-r.y}}var Mn=44;function Nn(e,t,n){let r=Mn/xn(t),i=[];for(let t of e.toSorted((e,t)=>n(t)-n(e)||e.id.localeCompare(t.id))){let e=i.find(e=>Math.hypot(e.x-t.x,e.y-t.y)<r);e?Pn(e,t):i.push({...t,families:{...t.families},spots:[t]})}return i}function Pn(e,t){e.spots.push(t),e.events+=t.events,e.killed+=t.killed;for(let n of H)e.families[n]+=t.families[n]}function Fn(e,t){return e<=0?5:9+18*Math.sqrt(e/Math.max(t,12))}function In(e){let t=getComputedStyle(e),n=e=>t.getPropertyValue(`--${e}`).trim();return{land:n(`land`),border:n(`border`),coast:n(`coast`),label:n(`map-label`)}}function Ln(e,t,n,r,i){let a=e.getContext(`2d`);if(!a||r.width===0)return;let o=window.devicePixelRatio||1;e.width=Math.round(r.width*o),e.height=Math.round(r.height*o),Rn(a,t,n,r,i,o),a.setTransform(o,0,0,o,0,0),zn(a,t,n,r,i)}function Rn(e,t,n,r,i,a){let o=vn(n.longitude,n.latitude),s=xn(n.zoom);for(let n of[-2,-1,0,1,2]){let c=r.width/2+(n-o.x)*s;if(c-s/2>r.width||c+1.5*s<0)continue;let l=r.height/2-o.y*s;e.setTransform(s*a,0,0,s*a,c*a,l*a),e.fillStyle=i.land,e.fill(t.land,`evenodd`),e.lineWidth=.8/s,e.strokeStyle=i.coast,e.stroke(t.land),e.strokeStyle=i.border,e.stroke(t.borders)}}function zn(e,t,n,r,i){let a=xn(n.zoom);e.font=`500 10.5px "Public Sans Variable", sans-serif`,e.letterSpacing=`0.08em`,e.textAlign=`center`,e.textBaseline=`middle`,e.fillStyle=i.label;for(let i of t.labels){let t=i.name.toUpperCase(),o=i.width*a;if(o<t.length*7+6||o>r.width*4)continue;let{x:s,y:c}=Sn(i,n,r);e.fillText(t,s,c)}}var Bn=8;function Vn(e){let t=j(e);t.current=e;let n=j(new Map),r=j(void 0),[i,a]=k();A(()=>{let n=e.frame.current,r=e=>{e.preventDefault();let{view:r,size:i,setView:a}=t.current,o=-e.deltaY*(e.deltaMode===1?.05:.002);a(En(r,i,Hn(e,n),Math.max(-1,Math.min(1,o))))};return n?.addEventListener(`wheel`,r,{passive:!1}),()=>n?.removeEventListener(`wheel`,r)},[]);let o={onPointerDown(t){if(t.button!==0||t.target.closest(`button`))return;let i=t.currentTarget;i.setPointerCapture(t.pointerId);let a=Hn(t,i);n.current.set(t.pointerId,a),r.current=t.shiftKey||e.drawing?a:void 0},onPointerMove(e){let t=n.current.get(e.pointerId);if(!t)return;let i=Hn(e,e.currentTarget);r.current?a(Un(r.current,i)):s(e.pointerId,t,i),n.current.set(e.pointerId,i)},onPointerUp(e){let{view:i,size:o,onBox:s}=t.current,c=Hn(e,e.currentTarget);if(n.current.delete(e.pointerId)&&r.current){let{width:e,height:t}=Un(r.current,c);s(e>Bn&&t>Bn?An(r.current,c,i,o):void 0),r.current=void 0,a(void 0)}},onPointerCancel(e){n.current.delete(e.pointerId),r.current=void 0,a(void 0)},onDblClick(e){let{view:n,size:r,setView:i}=t.current;i(En(n,r,Hn(e,e.currentTarget),1))}};function s(e,r,i){let{view:a,size:o,setView:s}=t.current,c=[...n.current].find(([t])=>t!==e)?.[1];if(!c){s(Dn(a,o,r.x-i.x,r.y-i.y));return}let l=e=>Math.max(Math.hypot(e.x-c.x,e.y-c.y),1);s(En(a,o,c,Math.log2(l(i)/l(r))))}return{handlers:o,rubber:i}}function Hn(e,t){let{left:n,top:r}=t.getBoundingClientRect();return{x:e.clientX-n,y:e.clientY-r}}function Un(e,t){return{left:Math.min(e.x,t.x),top:Math.min(e.y,t.y),width:Math.abs(e.x-t.x),height:Math.abs(e.y-t.y)}}var Wn=`/static/page/assets/countries-110m-B3KlhDC_.json`,Gn=`/static/page/assets/countries-50m-BphFPm15.json`;function Kn(e){return e}function qn(e){if(e==null)return Kn;var t,n,r=e.scale[0],i=e.scale[1],a=e.translate[0],o=e.translate[1];return function(e,s){s||(t=n=0);var c=2,l=e.length,u=Array(l);for(u[0]=(t+=e[0])*r+a,u[1]=(n+=e[1])*i+o;c<l;)u[c]=e[c],++c;return u}}function Jn(e,t){for(var n,r=e.length,i=r-t;i<--r;)n=e[i],e[i++]=e[r],e[r]=n}function Yn(e,t){return typeof t==`string`&&(t=e.objects[t]),t.type===`GeometryCollection`?{type:`FeatureCollection`,features:t.geometries.map(function(t){return Xn(e,t)})}:Xn(e,t)}function Xn(e,t){var n=t.id,r=t.bbox,i=t.properties==null?{}:t.properties,a=Zn(e,t);return n==null&&r==null?{type:`Feature`,properties:i,geometry:a}:r==null?{type:`Feature`,id:n,properties:i,geometry:a}:{type:`Feature`,id:n,bbox:r,properties:i,geometry:a}}function Zn(e,t){var n=qn(e.transform),r=e.arcs;function i(e,t){t.length&&t.pop();for(var i=r[e<0?~e:e],a=0,o=i.length;a<o;++a)t.push(n(i[a],a));e<0&&Jn(t,o)}function a(e){return n(e)}function o(e){for(var t=[],n=0,r=e.length;n<r;++n)i(e[n],t);return t.length<2&&t.push(t[0]),t}function s(e){for(var t=o(e);t.length<4;)t.push(t[0]);return t}function c(e){return e.map(s)}function l(e){var t=e.type,n;switch(t){case`GeometryCollection`:return{type:t,geometries:e.geometries.map(l)};case`Point`:n=a(e.coordinates);break;case`MultiPoint`:n=e.coordinates.map(a);break;case`LineString`:n=o(e.arcs);break;case`MultiLineString`:n=e.arcs.map(o);break;case`Polygon`:n=c(e.arcs);break;case`MultiPolygon`:n=e.arcs.map(c);break;default:return null}return{type:t,coordinates:n}}return l(t)}function Qn(e,t){var n={},r={},i={},a=[],o=-1;t.forEach(function(n,r){var i=e.arcs[n<0?~n:n],a;i.length<3&&!i[1][0]&&!i[1][1]&&(a=t[++o],t[o]=n,t[r]=a)}),t.forEach(function(e){var t=s(e),n=t[0],a=t[1],o,c;if(o=i[n]){if(delete i[o.end],o.push(e),o.end=a,c=r[a]){delete r[c.start];var l=c===o?o:o.concat(c);r[l.start=o.start]=i[l.end=c.end]=l}else r[o.start]=i[o.end]=o}else if(o=r[a]){if(delete r[o.start],o.unshift(e),o.start=n,c=i[n]){delete i[c.end];var u=c===o?o:c.concat(o);r[u.start=c.start]=i[u.end=o.end]=u}else r[o.start]=i[o.end]=o}else o=[e],r[o.start=n]=i[o.end=a]=o});function s(t){var n=e.arcs[t<0?~t:t],r=n[0],i;return e.transform?(i=[0,0],n.forEach(function(e){i[0]+=e[0],i[1]+=e[1]})):i=n[n.length-1],t<0?[i,r]:[r,i]}function c(e,t){for(var r in e){var i=e[r];delete t[i.start],delete i.start,delete i.end,i.forEach(function(e){n[e<0?~e:e]=1}),a.push(i)}}return c(i,r),c(r,i),t.forEach(function(e){n[e<0?~e:e]||a.push([e])}),a}function $n(e){return Zn(e,er.apply(this,arguments))}function er(e,t,n){var r,i,a;if(arguments.length>1)r=tr(e,t,n);else for(i=0,r=Array(a=e.arcs.length);i<a;++i)r[i]=i;return{type:`MultiLineString`,arcs:Qn(e,r)}}function tr(e,t,n){var r=[],i=[],a;function o(e){var t=e<0?~e:e;(i[t]||(i[t]=[])).push({i:e,g:a})}function s(e){e.forEach(o)}function c(e){e.forEach(s)}function l(e){e.forEach(c)}function u(e){switch(a=e,e.type){case`GeometryCollection`:e.geometries.forEach(u);break;case`LineString`:s(e.arcs);break;case`MultiLineString`:case`Polygon`:c(e.arcs);break;case`MultiPolygon`:l(e.arcs)}}return u(t),i.forEach(n==null?function(e){r.push(e[0].i)}:function(e){n(e[0].g,e[e.length-1].g)&&r.push(e[0].i)}),r}var nr={coarse:Wn,fine:Gn},rr=new Map;function ir(e){let t=rr.get(e);if(t)return t;let n=fetch(nr[e]).then(async e=>ar(await e.json()));return n.catch(()=>rr.delete(e)),rr.set(e,n),n}function ar(e){let{countries:t}=e.objects,n=Yn(e,t).features.flatMap(({geometry:e,properties:t})=>({name:t.name,polygons:or(e)})).filter(e=>e.name!==`Antarctica`),r=new Path2D;n.forEach(({polygons:e})=>e.flat().forEach(e=>cr(r,e,!0)));let i=new Path2D;return $n(e,t,(e,t)=>e!==t).coordinates.forEach(e=>cr(i,e,!1)),{land:r,borders:i,labels:n.flatMap(lr)}}function or(e){return e?e.type===`Polygon`?[e.coordinates]:e.coordinates:[]}function sr(e){let[t,n]=[e[0]?.[0]??0,0];return e.map(([e=0,r=0])=>{n-=Math.round((e-t)/360),t=e;let{x:i,y:a}=vn(e,r);return{x:i+n,y:a}})}function cr(e,t,n){sr(t).forEach(({x:t,y:n},r)=>{r===0?e.moveTo(t,n):e.lineTo(t,n)}),n&&e.closePath()}function lr({name:e,polygons:t}){return t.map(([t])=>{let n=sr(t??[]),[r,i]=[Math.min(...n.map(({x:e})=>e)),Math.max(...n.map(({x:e})=>e))];return{...ur(n),width:i-r,name:e}}).toSorted((e,t)=>t.width-e.width).slice(0,1)}function ur(e){let[t,n,r]=[0,0,0];return e.forEach((i,a)=>{let o=e[(a+1)%e.length],s=i.x*o.y-o.x*i.y;t+=s,n+=(i.x+o.x)*s,r+=(i.y+o.y)*s}),t===0?e[0]??{x:0,y:0}:{x:n/(3*t),y:r/(3*t)}}function dr(e){let{spots:t,measure:n,box:r,lit:i,chosen:a,onPoint:o}=e,[s,c]=Zt(),l=j(null),[u,d]=k(!1),{view:f,setView:p}=fr(e,c),m=pr(f.zoom),h=Vn({frame:s,view:f,size:c,setView:p,drawing:u,onBox:b}),g=e=>n===`killed`?e.killed:e.events,_=Math.round(f.zoom*4)/4,v=M(()=>Nn(t,_,g),[t,_,n]),y=Math.max(0,...v.map(e=>e[n]));function b(t){d(!1),t&&e.onBox(t)}A(()=>{l.current&&m&&Ln(l.current,m,f,c,In(l.current))},[m,f,c,e.theme]);function ee(t){if(t.spots.length===1){e.onChoose(t.spots[0]);return}let n=On(t.spots,c,9);p(n.zoom>f.zoom+.2?n:En(f,c,Sn(t,f,c),1.5))}let x={x:c.width/2,y:c.height/2};return V(`section`,{class:`map`,"aria-label":`Map`,children:[V(`div`,{ref:s,class:u?`map-frame drawing`:`map-frame`,tabIndex:0,role:`group`,"aria-label":`Map of events. Arrow keys move it, plus and minus zoom, Tab goes through the places.`,"data-drawn":m?`yes`:`no`,onKeyDown:e=>mr(e,(e,t)=>p(Dn(f,c,e,t)),e=>p(En(f,c,x,e))),...h.handlers,children:[V(`canvas`,{ref:l,"aria-hidden":`true`}),r&&V(hr,{...jn(r,f,c),name:`box`}),h.rubber&&V(hr,{...h.rubber,name:`box rubber`}),v.map(e=>{let{x:t,y:r}=Sn(e,f,c),s=e.spots.map(e=>e.id);return t<-30||r<-30||t>c.width+30||r>c.height+30?null:V(dn,{cluster:e,x:t,y:r,radius:Fn(e[n],y),measure:n,lit:s.some(e=>i.has(e)),chosen:s.some(e=>a.includes(e)),onPoint:e=>o(e?s:void 0),onOpen:()=>ee(e)},s[0])})]}),V(`div`,{class:`map-tools`,role:`toolbar`,"aria-label":`Map tools`,children:[V(gr,{name:`Zoom in`,icon:`plus`,act:()=>p(En(f,c,x,1))}),V(gr,{name:`Zoom out`,icon:`minus`,act:()=>p(En(f,c,x,-1))}),V(gr,{name:`Show all places`,icon:`fit`,act:()=>p(void 0)}),V(gr,{name:`Draw a box to filter by`,icon:`box`,pressed:u,act:()=>d(!u)}),V(gr,{name:r?`Remove the box`:`Only what is in view`,icon:r?`close`:`eye`,act:()=>e.onBox(r?void 0:An({x:0,y:0},{x:c.width,y:c.height},f,c))})]}),u&&V(`p`,{class:`map-note`,role:`status`,children:`Drag over the map to draw a box.`}),!u&&e.note&&V(`p`,{class:`map-note`,children:e.note}),V(`p`,{class:`map-credit`,children:`Outlines: Natural Earth`}),V(`label`,{class:`map-scale`,children:[V(`span`,{children:`Circles by`}),V(`select`,{value:n,onChange:t=>e.onMeasure(t.currentTarget.value),children:[V(`option`,{value:`events`,children:`number of events`}),V(`option`,{value:`killed`,children:`people killed`})]})]})]})}function fr({spots:e,view:t,onView:n},r){let i=M(()=>On(e,r),[r.width,r.height,e.length>0]),[a,o]=k(t),s=j(t);return A(()=>{JSON.stringify(t)!==JSON.stringify(s.current)&&(s.current=t,o(t))},[t]),A(()=>{let e=window.setTimeout(()=>{a!==s.current&&(s.current=a,n(a))},400);return()=>window.clearTimeout(e)},[a]),{view:a??i,setView:o}}function pr(e){let[t,n]=k(),[r,i]=k(!1);return A(()=>{ir(`coarse`).then(e=>n(t=>t??e),()=>void 0)},[]),A(()=>{t&&!r&&e>1.6&&(i(!0),ir(`fine`).then(n,()=>void 0))},[t,e]),t}function mr(e,t,n){let r={ArrowLeft:[-80,0],ArrowRight:[80,0],ArrowUp:[0,-80],ArrowDown:[0,80]},i={"+":.5,"=":.5,"-":-.5,_:-.5},a=r[e.key];if(a)t(...a);else if(i[e.key])n(i[e.key]);else return;e.preventDefault()}function hr({name:e,left:t,top:n,width:r,height:i}){return V(`div`,{class:e,style:{left:`${t}px`,top:`${n}px`,width:`${r}px`,height:`${i}px`}})}function gr({name:e,icon:t,act:n,pressed:r}){return V(`button`,{type:`button`,title:e,"aria-label":e,"aria-pressed":r,onClick:n,children:V(Xt,{name:t})})}var _r=new Map,vr=0,yr=3e3,br=`.stories`;function xr(){return vr=Math.max(vr,Sr(window.history.state))+1,vr}function Sr(e){let t=e?.visit;return typeof t==`number`?t:0}function Cr(){_r.set(Sr(window.history.state),{window:window.scrollY,list:document.querySelector(br)?.scrollTop??0})}function wr(){let e,t=()=>{window.cancelAnimationFrame(e??0),e=void 0},n=()=>e===void 0&&Cr(),r=()=>{let n=_r.get(Sr(window.history.state));if(t(),!n)return;let r=performance.now()+yr,i=()=>{Tr(n)||performance.now()>r?t():e=window.requestAnimationFrame(i)};e=window.requestAnimationFrame(i)},i=()=>window.history.scrollRestoration=`auto`;window.history.scrollRestoration=`manual`,document.addEventListener(`scroll`,n,!0),window.addEventListener(`popstate`,r),window.addEventListener(`pagehide`,i);let a=[`wheel`,`touchmove`,`keydown`,`pointerdown`];return a.forEach(e=>window.addEventListener(e,t,{passive:!0})),()=>{t(),document.removeEventListener(`scroll`,n,!0),window.removeEventListener(`popstate`,r),window.removeEventListener(`pagehide`,i),a.forEach(e=>window.removeEventListener(e,t))}}function Tr(e){let t=document.querySelector(br);return window.scrollTo(0,e.window),t&&(t.scrollTop=e.list),Math.abs(window.scrollY-e.window)<2&&(!e.list||Math.abs((t?.scrollTop??0)-e.list)<2)}var Er=/^\/(event|article|actor|location)\/([a-z]{3}_[a-z0-9]+)$/,Dr={"/articles":`Articles`,"/actors":`People and bodies`,"/locations":`Places`,"/publishers":`Publishers`};function Or(e){if(e in Dr)return{view:`browse`,list:e};let t=Er.exec(e);return t?{view:t[1],id:t[2]}:{view:{"/":`explore`,"/search":`search`,"/try":`try`,"/corrections":`corrections`}[e]??`missing`}}function kr(){let{pathname:e,search:t,hash:n}=window.location;return{path:e,query:t.slice(1),hash:decodeURIComponent(n.slice(1))}}function Ar(e,{replace:t=!1}={}){let n=new URL(e,window.location.href).pathname!==window.location.pathname;t?window.history.replaceState(window.history.state,``,e):(Cr(),window.history.pushState({visit:xr()},``,e)),window.dispatchEvent(new Event(jr)),n&&(window.scrollTo(0,0),document.querySelector(`main`)?.focus({preventScroll:!0}))}var jr=`dateline:moved`;function Mr(){let[e,t]=k(kr);return A(()=>{let e=()=>t(kr()),n=[`popstate`,`hashchange`,jr];n.forEach(t=>window.addEventListener(t,e)),document.addEventListener(`click`,Nr);let r=wr();return()=>{n.forEach(t=>window.removeEventListener(t,e)),document.removeEventListener(`click`,Nr),r()}},[]),e}function Nr(e){let t=e.target?.closest?.(`a[href]`),n=e.ctrlKey||e.metaKey||e.shiftKey||e.altKey||e.button!==0;!(t instanceof HTMLAnchorElement)||n||e.defaultPrevented||t.target||t.download||t.origin===window.location.origin&&Or(t.pathname).view!==`missing`&&(e.preventDefault(),Ar(t.pathname+t.search+t.hash))}function q(e){A(()=>{document.title=e?`${e} · Dateline`:`Dateline: what happened, where and when`},[e])}var Pr=`AID_WORKER CAPTIVE CHILD CIVILIAN CLERGY CREW FIGHTER HEALTH_WORKER JOURNALIST MAN MIGRANT OFFICIAL PASSENGER POLICE PROTESTER RESCUER SOLDIER STUDENT TEACHER TOURIST WOMAN WORKER`.split(` `),Fr=500,Ir=[`STATED`,`CARRIED`,`DATELINE`,`PUBLICATION`,`INFERRED`,`MODEL`],Lr=e=>e.trim()&&e.length<=Fr?e:void 0,Rr=e=>/^\d{1,9}$/.test(e)?Number(e):void 0,zr=e=>/^(0(\.\d+)?|1(\.0+)?|\.\d+)$/.test(e)?Number(e):void 0,Br=e=>Pr.includes(e)?e:void 0,Vr=e=>Ir.includes(e)?e:void 0,Hr=e=>/^art_[a-z0-9]+$/.test(e)?e:void 0,J=e=>e.join(` or `),Ur=e=>J(e.map(e=>e.toLowerCase().replaceAll(`_`,` `)));function Wr(e,t,n){return{field:e,operator:t,read:Lr,takes:`a text`,several:t===`eq`,words:n}}function Gr(e,t,n){return{field:e,operator:t,read:Rr,takes:`a whole number`,several:!1,words:n}}function Kr(e,t){return{field:e,operator:`eq`,read:Vr,takes:`one of ${Ir.join(`, `)}`,several:!0,words:e=>`${t}: ${Ur(e)}`}}var qr={actorName:Wr(`actorName`,`eq`,e=>`with ${J(e)}`),"actorName.contains":Wr(`actorName`,`contains`,e=>`with somebody called …${J(e)}…`),article:{field:`article`,operator:`eq`,read:Hr,takes:`the id of an article, art_…`,several:!0,words:e=>`told by ${J(e)}`},"confidence.gte":{field:`confidence`,operator:`gte`,read:zr,takes:`a number from 0 to 1`,several:!1,words:e=>`confidence ${J(e)} or more`},"confidence.lte":{field:`confidence`,operator:`lte`,read:zr,takes:`a number from 0 to 1`,several:!1,words:e=>`confidence ${J(e)} or less`},"countryCode.contains":Wr(`countryCode`,`contains`,e=>`country code with ${J(e)}`),injured:Gr(`injured`,`eq`,e=>`exactly ${J(e)} injured`),"injured.gte":Gr(`injured`,`gte`,e=>`${J(e)} or more injured`),"injured.lte":Gr(`injured`,`lte`,e=>`${J(e)} or fewer injured`),injuredKind:{field:`injuredKind`,operator:`eq`,read:Br,takes:`one of ${Pr.join(`, `)}`,several:!0,words:e=>`injured: ${Ur(e)}`},killed:Gr(`killed`,`eq`,e=>`exactly ${J(e)} killed`),"killed.lte":Gr(`killed`,`lte`,e=>`${J(e)} or fewer killed`),killedKind:{field:`killedKind`,operator:`eq`,read:Br,takes:`one of ${Pr.join(`, `)}`,several:!0,words:e=>`killed: ${Ur(e)}`},whenBasis:Kr(`whenBasis`,`date`),locationBasis:Kr(`locationBasis`,`place`),killedBasis:Kr(`killedBasis`,`number killed`),injuredBasis:Kr(`injuredBasis`,`number injured`),participantBasis:Kr(`participantBasis`,`somebody in it`),saidByBasis:Kr(`saidByBasis`,`a source`),mode:Wr(`mode`,`eq`,e=>`done by ${J(e)}`),"mode.contains":Wr(`mode`,`contains`,e=>`done by …${J(e)}…`),"publisher.contains":Wr(`publisher`,`contains`,e=>`published by …${J(e)}…`)};function Jr(e,t){let n={...e};for(let{name:e,values:r}of t){let t=qr[e];if(t){let e=r.map(t.read),i=t.operator===`eq`&&e.length>1?{oneOf:e}:{[t.operator]:e[0]};n[t.field]={...n[t.field],...i}}}return n}var Yr={types:[],statuses:[],countries:[],publishers:[],actors:[],locations:[],days:{},others:[]},Xr=[`newest`,`oldest`,`deadliest`,`best`],Zr={DATE:`newest`,"DATE.DESC":`newest`,"DATE.ASC":`oldest`,KILLED:`deadliest`,"KILLED.DESC":`deadliest`,RELEVANCE:`best`,"RELEVANCE.DESC":`best`};function Qr(e){let t=new ti(e),n=ri(t),r={filter:n,size:t.one(`size`,`events or killed`,e=>e===`killed`||e===`events`?e:void 0)??`events`,order:$r(t,n),view:t.one(`view`,`longitude,latitude,zoom`,ui),span:t.one(`span`,`two days, like 2024-01-01,2024-12-31`,fi),problems:t.problems};return t.nameTheRest(),r}function $r(e,{search:t}){let n=Xr.filter(e=>t||e!==`best`),r=Object.entries(Zr).filter(([,e])=>n.includes(e)),i=e.one(`order`,`one of ${r.map(([e])=>e).join(`, `)} on this page`,e=>new Map(r).get(e));return e.one(`sort`,`one of ${n.join(`, `)}`,e=>n.find(t=>t===e))??i??`newest`}var ei=[`limit`,`after`,`before`,`totalCount`,`since`,`by`],ti=class{problems=[];parameters;taken=new Set;constructor(e){this.parameters=new URLSearchParams(e)}one(e,t,n){let[r,...i]=this.take(e);if(r!==void 0)return i.length>0&&this.problems.push(`${e} is given ${i.length+1} times; the first counts.`),this.checked(e,r,t,n)}several(e,t,n){let r=this.take(e).flatMap(e=>ai(e)).map(r=>this.checked(e,r,t,n)).filter(e=>e!==void 0);return[...new Set(r)]}nameTheRest(){for(let e of new Set(this.parameters.keys()))if(!this.taken.has(e)){let t=ei.includes(e)?`is for lists and files of the REST API, not for this page.`:`is no filter.`;this.problems.push(`${ni(e)} ${t}`)}}take(e){return this.taken.add(e),this.parameters.getAll(e)}checked(e,t,n,r){let i=r(t);return i===void 0&&this.problems.push(`${e}=${ni(t)} makes no sense: ${e} takes ${n}.`),i}};function ni(e){return e.length>60?`${e.slice(0,60)}…`:e}function ri(e){let t=e=>t=>e(t)?t:void 0;return{search:e.one(`search`,`words, 500 characters at most`,e=>e.trim()&&e.length<=500?e.trim():void 0),types:e.several(`type`,`types of events, like ASSAULT`,t(e=>e in U)),statuses:e.several(`status`,`one of ${Object.keys(G).join(`, `)}`,t(e=>e in G)),countries:e.several(`countryCode`,`two capital letters, like KE`,e=>/^[A-Z]{2}$/i.test(e)?e.toUpperCase():void 0),publishers:e.several(`publisher`,`a publisher's name`,t(e=>e.trim()!==``&&e.length<=500)),actors:e.several(`actor`,`the id of an actor, act_…; by name it is actorName.contains`,t(e=>/^act_[a-z0-9]+$/.test(e))),locations:e.several(`location`,`the id of a place, loc_…`,t(e=>/^loc_[a-z0-9]+$/.test(e))),days:{from:e.one(`when.gte`,`a day, like 2024-11-05`,oi),to:e.one(`when.lte`,`a day, like 2024-11-05`,oi)},killed:e.one(`killed.gte`,`a whole number, 1 or more`,si),box:e.one(`within`,`south,west,north,east in degrees`,ci),circle:e.one(`near`,`latitude,longitude,kilometres`,li),others:ii(e)}}function ii(e){return Object.entries(qr).flatMap(([t,{read:n,takes:r,several:i}])=>{let a=e=>n(e)===void 0?void 0:e,o=i?void 0:e.one(t,r,a),s=i?e.several(t,r,a):o===void 0?[]:[o];return s.length>0?[{name:t,values:s}]:[]})}function ai(e){let t=(e.match(/(?:\\.|[^,\\])+/g)??[]).map(e=>e.replace(/\\(.)/g,`$1`).trim()).filter(Boolean);return t.length>0?t:[e]}function oi(e){if(!e||!/^\d{4}-\d{2}-\d{2}$/.test(e))return;let t=Date.parse(`${e}T00:00:00Z`);return Number.isNaN(t)||new Date(t).toISOString().slice(0,10)!==e?void 0:e}function si(e){return e&&/^\d{1,9}$/.test(e)&&Number(e)>0?Number(e):void 0}function ci(e){let[t,n,r,i]=di(e,4);if(t!==void 0&&n!==void 0&&r!==void 0&&i!==void 0)return t<r&&Math.abs(t)<=90&&Math.abs(r)<=90&&Math.abs(n)<=180&&Math.abs(i)<=180?{south:t,west:n,north:r,east:i}:void 0}function li(e){let[t,n,r]=di(e,3);if(t!==void 0&&n!==void 0&&r!==void 0)return Math.abs(t)<=90&&Math.abs(n)<=180&&r>=0&&r<=20100?{latitude:t,longitude:n,radiusKm:r}:void 0}function ui(e){let[t,n,r]=di(e,3);if(t!==void 0&&n!==void 0&&r!==void 0)return Math.abs(t)<=180&&Math.abs(n)<=85&&r>=0&&r<=12?{longitude:t,latitude:n,zoom:r}:void 0}function di(e,t){let n=e?.split(`,`).map(Number)??[];return n.length===t&&n.every(Number.isFinite)?n:[]}function fi(e){let[t,n]=(e??``).split(`,`).map(oi);return t&&n&&t<=n?{from:t,to:n}:void 0}function pi(e){let t=mi(e.filter);if(e.size!==`events`&&t.set(`size`,e.size),e.order!==`newest`&&t.set(`sort`,e.order),e.view){let{longitude:n,latitude:r,zoom:i}=e.view;t.set(`view`,`${_i(n,3)},${_i(r,3)},${_i(i,2)}`)}return e.span?.from&&e.span.to&&t.set(`span`,`${e.span.from},${e.span.to}`),gi(t)}function mi(e){let t=new URLSearchParams;e.search&&t.set(`search`,e.search);let n=[[`type`,e.types],[`status`,e.statuses],[`countryCode`,e.countries],[`actor`,e.actors],[`location`,e.locations],[`publisher`,e.publishers.map(hi)]];for(let[e,r]of n)r.length>0&&t.set(e,r.join(`,`));let{days:r,killed:i,box:a,circle:o}=e,s=[[`when.gte`,r.from],[`when.lte`,r.to],[`killed.gte`,i?.toString()],[`within`,a&&[a.south,a.west,a.north,a.east].map(e=>_i(e,3)).join(`,`)],[`near`,o&&[o.latitude,o.longitude,o.radiusKm].map(e=>_i(e,3)).join(`,`)]];for(let[e,n]of s)n&&t.set(e,n);for(let{name:n,values:r}of e.others)t.set(n,(qr[n]?.several?r.map(hi):r).join(`,`));return t}function hi(e){return e.replace(/[\\,]/g,`\\$&`)}function gi(e){return e.toString().replaceAll(`%2C`,`,`)}function _i(e,t){return Number(e.toFixed(t))}function vi(e,t){let n={};return e.types.length&&t!==`types`&&(n.type={oneOf:e.types}),e.statuses.length&&t!==`statuses`&&(n.status={oneOf:e.statuses}),e.countries.length&&t!==`countries`&&(n.countryCode={oneOf:e.countries}),e.publishers.length&&t!==`publishers`&&(n.publisher={oneOf:e.publishers}),e.actors.length&&(n.actor={oneOf:e.actors}),t!==`days`&&(e.days.from||e.days.to)&&(n.when={gte:e.days.from??null,lte:e.days.to??null}),e.killed&&(n.killed={gte:e.killed}),t!==`places`&&(e.locations.length&&(n.location={oneOf:e.locations}),e.box&&(n.within={...e.box})),e.circle&&(n.near={...e.circle}),Jr(n,e.others)}function yi(e,t){return{where:vi(e,t),search:e.search??null}}var bi={newest:{field:`DATE`,direction:`DESC`},oldest:{field:`DATE`,direction:`ASC`},deadliest:{field:`KILLED`,direction:`DESC`},best:{field:`RELEVANCE`,direction:`DESC`}},xi={xlsx:`Excel (XLSX), for spreadsheets`,csv:`CSV, for scripts and statistics`,geojson:`GeoJSON, for maps on the web`,kml:`KML, for Google Earth`,gpkg:`GeoPackage, for QGIS and ArcGIS`,parquet:`Parquet, for notebooks`,arrow:`Arrow, for data frames`};function Si(e,t){let n=gi(mi(e));return`/v1/events.${t}${n&&`?`}${n}`}function Ci(e,t){let n=gi(mi(e));return`/v1/events.${t}${n&&`?`}${n}`}function wi(e,t){return`/graphql#${new URLSearchParams({query:e,variables:JSON.stringify(t)})}`}function Ti(e){return mi(e).size>0}function Y({what:e,lines:t=3}){return V(`div`,{class:`waiting`,role:`status`,children:[V(`span`,{class:`unseen`,children:[`Loading `,e,` …`]}),Array.from({length:t},(e,t)=>V(`i`,{},t))]})}function Ei({title:e,heading:t=`h2`,children:n}){return V(`div`,{class:`empty`,children:[V(t,{children:e}),n]})}function X({failure:e,retry:t}){return V(`div`,{class:`broken`,role:`alert`,children:[V(`p`,{children:[V(`strong`,{children:e.message}),` `,e.hint]}),t&&V(`button`,{type:`button`,onClick:t,children:`Try again`})]})}function Di({name:e,countryCode:t}){let n=t?K(t):void 0;return n&&n!==e?`${e}, ${n}`:e}function Oi({basis:e}){return e&&e!==`STATED`?V(`span`,{class:`taken`,title:`This was ${nn[e]}`,children:[V(`span`,{"aria-hidden":`true`,children:`*`}),V(`span`,{class:`unseen`,children:[` (`,nn[e],`)`]})]}):null}function ki({event:e,lit:t,heading:n=`h3`,onPoint:r}){let i=r&&{onMouseEnter:()=>r(!0),onMouseLeave:()=>r(!1),onFocusCapture:()=>r(!0)};return V(`article`,{class:`card ${W(e.type)} ${t?`lit`:``}`,"data-event":e.id,...i,children:[V(`p`,{class:`card-top`,children:[V(Ni,{type:e.type,mode:e.mode}),V(Pi,{status:e.status})]}),V(n,{children:V(`a`,{href:`/event/${e.id}`,children:[V(Fi,{event:e}),Ut(Ai(e),260)]})}),V(`p`,{class:`card-facts`,children:[V(Ii,{count:e.killed,word:`killed`}),V(Ii,{count:e.injured,word:`injured`}),V(Li,{participants:e.participants})]}),V(Ri,{event:e})]})}function Ai({summary:e,reports:t}){return t.nodes[0]?.summary||e}var ji=/^(about|at least|nearly|some|more than|over|around)?\s*([\d.,\s]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|several|many)$/i;function Mi({actor:e,nameAsWritten:t}){return e!==null||!ji.test(t.trim())}function Ni({type:e,mode:t}){return V(`span`,{class:`type ${W(e)}`,children:[U[e].name,t&&V(`span`,{class:`mode`,children:[` · `,t]})]})}function Pi({status:e}){let{name:t,meaning:n}=G[e];return e===`REPORTED`?null:V(`span`,{class:`stamp ${e.toLowerCase()}`,title:n,children:t})}function Fi({event:e}){let t=Lt(e.when);return V(`span`,{class:`dateline`,children:[e.location&&V(`b`,{children:Di(e.location)}),V(Oi,{basis:e.locationBasis}),e.location&&t&&`, `,t&&V(`time`,{children:t}),e.when.basis!==`PUBLICATION`&&V(Oi,{basis:e.when.basis}),!e.location&&!t&&V(`i`,{children:`No place or date`}),V(`span`,{"aria-hidden":`true`,children:` — `})]})}function Ii({count:e,word:t}){return e?V(`span`,{class:`toll ${t}`,title:`As written: ${e.text}`,children:[V(`b`,{children:Ht(e)}),` `,t,V(Oi,{basis:e.basis})]}):null}function Li({participants:e,most:t=3}){let n=e.filter(Mi);return V(y,{children:[...new Set(n.map(({role:e})=>e))].map(e=>{let r=n.filter(t=>t.role===e);return V(`span`,{class:`who`,children:[V(`em`,{children:rn[e]}),` `,r.slice(0,t).map((e,t)=>V(`span`,{children:[t>0&&`, `,e.actor?V(`a`,{href:`/actor/${e.actor.id}`,children:e.actor.name}):e.nameAsWritten,V(Oi,{basis:e.basis})]},e.nameAsWritten)),r.length>t&&` and ${r.length-t} more`]},e)})})}function Ri({event:e}){let{nodes:t,totalCount:n}=e.reports,r=[...new Set(t.map(({article:e})=>e.publisher??`an unnamed publisher`))],i=new Map(t.flatMap(({saidBy:e})=>e?[[e.id,e.name]]:[]));return V(`p`,{class:`card-sources`,children:[n>1&&V(`b`,{children:[R(n,`report`),`: `]}),r.join(`, `),i.size>0&&` · according to `,[...i].slice(0,2).map(([e,t],n)=>V(`span`,{children:[n>0&&`, `,V(`a`,{href:`/actor/${e}`,children:t})]},e))]})}function zi({events:e,empty:t,lit:n,onPoint:r,heading:i=`h3`}){let{nodes:a,total:o,failure:s,waiting:c,more:l,retry:u}=e;return a.length===0?s?V(X,{failure:s,retry:u}):c||o===void 0?V(Y,{what:`events`,lines:9}):V(y,{children:t}):V(`div`,{class:`cards`,"aria-busy":c,children:[a.map(e=>V(ki,{event:e,heading:i,lit:n?.(e)??!1,...r&&{onPoint:t=>r(t?e:void 0)}},e.id)),s&&V(X,{failure:s,retry:u}),V(Bi,{more:l,shown:a.length,total:o})]})}function Bi({more:e,shown:t,total:n}){return e?V(`p`,{class:`more`,children:[V(`button`,{type:`button`,onClick:e,children:`Show more`}),n!==void 0&&V(`span`,{class:`aside`,children:[L(t),` of `,L(n)]})]}):null}var Vi=400,Hi=864e5;function Ui(e,t,n){let r=e.flatMap(({events:e,keys:t})=>t[0]?.value?[{at:t[0].value,type:t[1]?.value,events:e}]:[]),i=Ji(e.filter(({keys:e})=>!e[0]?.value).map(({events:e})=>e));if(n?.from&&n.to){let{from:e,to:t}={from:n.from,to:n.to};r=r.filter(({at:n})=>n>=e.slice(0,n.length)&&n<=t.slice(0,n.length))}let a=r.map(({at:e})=>e).toSorted(),[o,s]=[n?.from??a[0],n?.to??a.at(-1)];if(!o||!s)return{bins:[],unit:`MONTH`,undated:i};let c=t===`MONTH`&&Xi(o,s,`MONTH`)>Vi?`YEAR`:t,l=new Map(Qi(o,s,c).map(e=>[Yi(e.from,c),e]));for(let{at:e,type:t,events:n}of r){let r=l.get(Yi(e,c));if(r&&(r.events+=n,t)){let e=W(t);r.families={...r.families,[e]:(r.families?.[e]??0)+n}}}return{bins:[...l.values()],unit:c,undated:i}}function Wi(e,t,n){let r=Gi(t,7);return[...Gi(e,7)].map(([e,t])=>({...Ki(e),events:t-(r.get(e)??0)})).filter(({from:e,to:t,events:r})=>r>0&&(!n.to||e<=n.to)&&(!n.from||t>=n.from)).toSorted((e,t)=>e.from.localeCompare(t.from))}function Gi(e,t){let n=new Map;for(let{events:r,keys:i}of e){let e=i[0]?.value?.slice(0,t);e&&n.set(e,(n.get(e)??0)+r)}return n}function Ki(e){let t=z(`${e.slice(0,7)}-01`);return{from:na(t),to:na(new Date(ea(t,`MONTH`).getTime()-Hi))}}function qi({from:e,to:t}){return{from:e&&Ki(e).from,to:t&&Ki(t).to}}function Ji(e){return e.reduce((e,t)=>e+t,0)}function Yi(e,t){return e.slice(0,{DAY:10,MONTH:7,YEAR:4}[t])}function Xi(e,t,n){let[r,i]=[z(Zi(e)),z(Zi(t))],a=i.getUTCFullYear()-r.getUTCFullYear();return{DAY:(i.getTime()-r.getTime())/Hi,MONTH:a*12,YEAR:a}[n]}function Zi(e){return`${e}-01-01`.slice(0,10)}function Qi(e,t,n){let r=[],i=z(Zi(t)),a=$i(z(Zi(e)),n);for(;a<=i;){let e=ea(a,n);r.push({from:na(a),to:na(new Date(e.getTime()-Hi)),events:0}),a=e}return r}function $i(e,t){let[n,r]=[e.getUTCFullYear(),t===`YEAR`?0:e.getUTCMonth()];return ta(n,r,t===`DAY`?e.getUTCDate():1)}function ea(e,t){let[n,r,i]=[e.getUTCFullYear(),e.getUTCMonth(),e.getUTCDate()];return{DAY:ta(n,r,i+1),MONTH:ta(n,r+1,1),YEAR:ta(n+1,0,1)}[t]}function ta(e,t,n){let r=new Date(0);return r.setUTCFullYear(e,t,n),r}function na(e){return e.toISOString().slice(0,10)}function ra({from:e,to:t}){return e&&t?(z(t).getTime()-z(e).getTime())/Hi+1:1/0}function ia(e,{from:t,to:n}){let r=t?e.findIndex(e=>e.to>=t):0,i=n?e.findLastIndex(e=>e.from<=n):e.length-1;return r>=0&&i>=r?{first:r,last:i}:void 0}var aa=[`Jan`,`Feb`,`Mar`,`Apr`,`May`,`Jun`,`Jul`,`Aug`,`Sept`,`Oct`,`Nov`,`Dec`];function oa(e,t,n){let r=Math.max(2,Math.floor(n/64)),i={DAY:[1,2,7,14,28],MONTH:[1,3,6,12,24,60,120],YEAR:[1,2,5,10,20,50,100]}[t],a=i.find(t=>e.length/t<=r)??i.at(-1);return e.flatMap((e,n)=>sa(e,n,t,a)?[{index:n,text:ca(e,t,a)}]:[])}function sa({from:e},t,n,r){let[i,a]=[Number(e.slice(0,4)),Number(e.slice(5,7))-1];return(n===`DAY`?t:n===`MONTH`?i*12+a:i)%r===0}function ca({from:e},t,n){let[r,i,a]=[e.slice(0,4),aa[Number(e.slice(5,7))-1],Number(e.slice(8))];return t===`DAY`?`${a} ${i}`:t===`MONTH`&&n<12&&i!==`Jan`?i:r}function la({edge:e,bins:t,brushed:n,step:r,onDays:i}){let a=j(void 0),{first:o,last:s}=n??{first:0,last:t.length-1},c=e===`first`?o:s,l=(n,r)=>{let a=e===`first`?Math.max(0,Math.min(n,s)):Math.min(t.length-1,Math.max(n,o)),[c,l]=e===`first`?[a,s]:[o,a];i({from:t[c]?.from,to:t[l]?.to},r)};return V(`button`,{type:`button`,class:n?`handle`:`handle resting`,role:`slider`,"aria-label":e===`first`?`From`:`To`,"aria-valuemin":0,"aria-valuemax":t.length-1,"aria-valuenow":c,"aria-valuetext":B((e===`first`?t[c]?.from:t[c]?.to)??``),style:{left:`${(e===`first`?o:s+1)*r}px`},onKeyDown:e=>{let r={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1,PageDown:-6,PageUp:6,Home:-t.length,End:t.length}[e.key];r?(e.preventDefault(),l(c+r,!0)):e.key===`Escape`&&n&&i({},!0)},onPointerDown:e=>{e.currentTarget.setPointerCapture(e.pointerId),a.current=e.clientX-c*r},onPointerMove:e=>{a.current!==void 0&&l(Math.round((e.clientX-a.current)/r),!1)},onPointerUp:e=>{a.current!==void 0&&(l(Math.round((e.clientX-a.current)/r),!0),a.current=void 0)}})}var ua=74,da={DAY:`day`,MONTH:`month`,YEAR:`year`};function fa(e){let{bins:t,unit:n,days:r,onDays:i,lit:a,onPoint:o}=e,[s,c]=Zt(),[l,u]=k(),[d,f]=k(),p=j(void 0),m=t.length?c.width/t.length:0,h=Math.max(1,...t.map(e=>e.events),...e.monthly.map(({events:e})=>e)),g=r.from||r.to?ia(t,r):void 0,_=e=>{let n=e.clientX-e.currentTarget.getBoundingClientRect().left;return Math.max(0,Math.min(t.length-1,Math.floor(n/m)))},v=(e,n)=>({from:t[Math.min(e,n)]?.from,to:t[Math.max(e,n)]?.to}),b=e=>{f(e),o(e===void 0?void 0:v(e,e))};return V(`section`,{class:`timeline`,"aria-label":`Timeline`,children:[V(`div`,{class:`timeline-head`,children:[V(`p`,{class:`timeline-words`,role:`status`,children:pa(e,d,g)}),V(`p`,{class:`timeline-tools`,children:[e.undated>0&&V(`span`,{class:`aside`,children:[L(e.undated),` without an exact month`]}),g&&V(y,{children:[V(`button`,{type:`button`,class:`small`,onClick:()=>e.onSpan(v(g.first,g.last)),children:`Zoom to it`}),V(`button`,{type:`button`,class:`small`,onClick:()=>i({},!0),children:`All dates`})]}),e.span&&V(`button`,{type:`button`,class:`small`,onClick:()=>e.onSpan(void 0),children:`Whole timeline`})]})]}),V(`div`,{ref:s,class:`timeline-plot`,onPointerDown:e=>{e.button!==0||t.length===0||e.target.closest(`button`)||(e.currentTarget.setPointerCapture(e.pointerId),u(_(e)),p.current=void 0)},onPointerMove:e=>{let t=_(e);t!==d&&b(t),l!==void 0&&(t!==l||p.current)&&(p.current=v(l,t),i(p.current,!1))},onPointerUp:e=>{if(l!==void 0){let t=g&&g.first===g.last&&g.first===l;i(p.current??(t?{}:v(l,_(e))),!0)}u(void 0)},onPointerLeave:()=>l===void 0&&b(void 0),children:[V(ma,{bins:t,monthly:e.monthly,step:m,tallest:h,width:c.width}),a.flatMap(e=>ha(t,e,m)),d!==void 0&&V(ga,{name:`pointed`,first:d,last:d,step:m}),g&&V(y,{children:[V(ga,{name:`veil`,first:0,last:g.first-1,step:m}),V(ga,{name:`veil`,first:g.last+1,last:t.length-1,step:m}),V(ga,{name:`brush`,first:g.first,last:g.last,step:m})]}),t.length>0&&V(y,{children:[V(la,{edge:`first`,bins:t,brushed:g,step:m,onDays:i}),V(la,{edge:`last`,bins:t,brushed:g,step:m,onDays:i})]})]}),V(_a,{bins:t,unit:n,step:m,width:c.width})]})}function pa(e,t,n){let{bins:r,unit:i,failure:a}=e;if(a)return a.message;if(r.length===0)return`No event here has an exact date.`;let[o,s]=t===void 0?[n?.first??0,n?.last??r.length-1]:[t,t],c=r.slice(o,s+1).reduce((e,t)=>e+t.events,0),l=Rt(r[o]?.from??``,r[s]?.to??``),u={from:r[o]?.from??``,to:r[s]?.to??``},d=e.monthly.filter(({from:e,to:t})=>e<=u.to&&t>=u.from).reduce((e,{events:t})=>e+t,0),f=t===void 0&&!n?`, a bar for each ${da[i]}`:``;return V(y,{children:[V(`b`,{children:l}),` `,R(c,`dated event`),f,d>0&&V(`span`,{class:`loose`,children:[` and `,L(d),` known to the month only`]})]})}function ma({bins:e,monthly:t,step:n,tallest:r,width:i}){let a=+(n>4),o=new Map;return e.forEach((e,t)=>{let i=ua,s=e.families?H.map(t=>[t,e.families?.[t]??0]):[[`all`,e.events]];for(let[e,c]of s){let s=c?Math.max(2,c/r*66):0;if(i-=s,s){let r=`M${(t*n).toFixed(2)} ${i.toFixed(2)}h${Math.max(n-a,.5).toFixed(2)}v${s.toFixed(2)}h${(-Math.max(n-a,.5)).toFixed(2)}z`;o.set(e,(o.get(e)??``)+r)}}}),V(`svg`,{width:i,height:ua,role:`img`,"aria-label":`Events over time, at most ${R(r,`event`)} a bar`,children:[t.length>0&&V(`defs`,{children:V(`pattern`,{id:`month-only`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:V(`rect`,{class:`stripe`,width:`2`,height:`6`})})}),t.map(t=>{let i=ia(e,t),a=Math.max(4,t.events/r*66);return i?V(`rect`,{class:`month-only`,fill:`url(#month-only)`,x:i.first*n+1,width:Math.max(1,(i.last-i.first+1)*n-2),y:ua-a,height:a},t.from):null}),[...o].map(([e,t])=>V(`path`,{class:`bar ${e}`,d:t,children:e!==`all`&&V(`title`,{children:Qt[e]})},e))]})}function ha(e,t,n){let r=ia(e,t);return r?[V(ga,{name:`lit`,...r,step:n},`${t.from}${t.to}`)]:[]}function ga({name:e,first:t,last:n,step:r}){return n<t?null:V(`div`,{class:`band ${e}`,style:{left:`${t*r}px`,width:`${(n-t+1)*r}px`}})}function _a({bins:e,unit:t,step:n,width:r}){return V(`div`,{class:`timeline-axis`,"aria-hidden":`true`,children:oa(e,t,r).filter(({index:e})=>e*n<r-34).map(({index:e,text:t})=>V(`span`,{style:{left:`${e*n}px`},children:t},e))})}var va=1e3,ya=190;function ba(e,t){let n=xa(e,`MONTH`,!0),r=M(()=>Ui(n.data??[],`MONTH`),[n.data]),i={from:r.bins[0]?.from,to:r.bins.at(-1)?.to},a=t??i,o=ra(a)<=ya,s=qi(a),c={...e.where,when:{gte:s.from??null,lte:s.to??null}},l=xa({...e,where:c},`DAY`,o&&n.data!==void 0);return M(()=>{let e=o?l.data:n.data,{bins:i,unit:s}=e?Ui(e,o?`DAY`:`MONTH`,o?a:t):r;return{bins:i,unit:s,monthly:o&&e?Wi(n.data??[],e,a):[],undated:r.undated,failure:n.failure,retry:n.retry,ready:e!==void 0}},[r,l.data,n.failure,o,t?.from,t?.to])}function xa(e,t,n){let r=I(ot,n?{...e,by:[t,`TYPE`],first:va}:void 0),i=n&&(r.data?.eventStats.length??0)>=1e3,a=I(ot,i?{...e,by:[t],first:va}:void 0),o=i?a:r;return{...o,data:n?o.data?.eventStats:void 0}}function Sa({label:e,active:t,children:n}){let[r,i]=k(!1),a=j(null),o=j(null),s=j(null),c=je(),l=()=>{i(!1),o.current?.focus()};return A(()=>{if(!r)return;let e=e=>{a.current?.contains(e.target)||i(!1)};return document.addEventListener(`pointerdown`,e),document.addEventListener(`focusin`,e),()=>{document.removeEventListener(`pointerdown`,e),document.removeEventListener(`focusin`,e)}},[r]),Ae(()=>{let[e,t]=[o.current,s.current];if(!r||!e||!t)return;let n=()=>Oa(t,e.getBoundingClientRect());n();let i=new ResizeObserver(n);return i.observe(t),window.addEventListener(`resize`,n),window.addEventListener(`scroll`,n,!0),()=>{i.disconnect(),window.removeEventListener(`resize`,n),window.removeEventListener(`scroll`,n,!0)}},[r]),V(`div`,{class:`menu`,ref:a,onKeyDown:e=>{e.key===`Escape`&&r&&(e.stopPropagation(),l())},children:[V(`button`,{ref:o,type:`button`,class:t?`menu-button active`:`menu-button`,"aria-expanded":r,"aria-controls":r?c:void 0,onClick:()=>i(!r),children:[e,V(Xt,{name:`down`})]}),r&&V(`div`,{ref:s,id:c,class:`menu-panel`,children:n(l)})]})}var Ca=6,wa=8,Ta=480,Ea=260,Da=700;function Oa(e,t){let{style:n}=e;if(window.innerWidth<=Da){n.left=n.top=n.bottom=n.maxHeight=``;return}let[r,i]=[window.innerHeight-t.bottom-Ca-wa,t.top-Ca-wa],a=r<Ea&&i>r;n.maxHeight=`${Math.min(Ta,a?i:r)}px`,n.left=`${Math.max(wa,Math.min(t.left,window.innerWidth-e.offsetWidth-wa))}px`,n.top=a?`auto`:`${t.bottom+Ca}px`,n.bottom=a?`${window.innerHeight-t.top+Ca}px`:`auto`}var ka=12;function Aa({title:e,choices:t,chosen:n,onChange:r,mark:i}){let[a,o]=k(``);if(!t)return V(Y,{what:e});let s=t.filter(({name:e})=>e.toLowerCase().includes(a.toLowerCase())),c=e=>r(n.includes(e)?n.filter(t=>t!==e):[...n,e]);return V(`fieldset`,{class:`checks ${i??``}`,children:[V(`legend`,{children:e}),t.length>ka&&V(`input`,{type:`search`,"aria-label":`Find: ${e}`,placeholder:`Find`,value:a,onInput:e=>o(e.currentTarget.value)}),s.map(({value:e,name:t,note:r,count:i})=>V(`label`,{class:i===0?`none`:``,title:r,children:[V(`input`,{type:`checkbox`,checked:n.includes(e),onChange:()=>c(e)}),V(`span`,{children:t}),i!==void 0&&V(`span`,{class:`aside`,children:L(i)})]},e)),s.length===0&&V(`p`,{class:`aside`,children:`Nothing to choose from.`})]})}function ja({note:e,name:t,matched:n,kind:r}){let i=e?.split(`, `).map(e=>an[e]??on[e]??K(e))??[],a=n!==t&&r!==`TYPE`?`also ${n}`:``;return[...i,a].filter(Boolean).join(`, `)}function Ma(e){let t=e.toLowerCase();return $t.filter(e=>[e,U[e].name].some(e=>e.toLowerCase().split(` `).some(e=>e.startsWith(t)))).map(e=>({address:`/?type=${e}`,name:U[e].name,note:`type of event`}))}var Na={ACTOR:`actor`,LOCATION:`place`,PUBLISHER:`publisher`,TYPE:`type`};function Pa(e,t){let n={...Yr,search:e};return[{address:`/search?${new URLSearchParams({q:e})}`,name:`Everything with “${e}”`,note:``},{address:`/?${gi(mi(n))}`,name:`Events with “${e}”`,note:`map and timeline`},...Ma(e).slice(0,2),...t.map(e=>({address:Fa(e),name:e.name,note:ja(e)||Na[e.kind]}))]}function Fa({kind:e,value:t}){switch(e){case`ACTOR`:return`/actor/${t}`;case`LOCATION`:return`/location/${t}`;case`PUBLISHER`:return`/?${gi(mi({...Yr,publishers:[t]}))}`;default:return`/?type=${t}`}}function Ia({kind:e,label:t,add:n}){let[r,i]=k(``),a=r.trim().slice(0,100),{data:o,waiting:s}=I(ct,a?{text:a,kinds:[e],first:10}:void 0),c=a?o?.suggestions:[];return V(`div`,{class:`finder`,children:[V(`label`,{children:[V(`span`,{children:t}),V(`input`,{type:`search`,value:r,placeholder:`Begin to type a name`,onInput:e=>i(e.currentTarget.value)})]}),V(`ul`,{class:`choices`,"aria-busy":s,children:c?.map(e=>V(`li`,{children:V(`button`,{type:`button`,onClick:()=>n(e.value,e.name),children:[V(`span`,{children:[e.name,` `,V(`span`,{class:`aside`,children:ja(e)})]}),V(`span`,{class:`aside`,children:L(e.count)})]})},e.value))}),a&&c?.length===0&&V(`p`,{class:`aside`,children:`Nothing of that name is known.`})]})}function La({filter:e,narrow:t,problems:n}){return V(`section`,{class:`filters`,"aria-label":`Filters`,children:[V(`div`,{class:`filter-row`,children:[V(Ga,{filter:e,narrow:t}),V(Sa,{label:`Type`,active:e.types.length>0,children:()=>V(Ba,{filter:e,narrow:t})}),V(Sa,{label:`Status`,active:e.statuses.length>0,children:()=>V(Va,{filter:e,narrow:t})}),V(Sa,{label:`Country`,active:e.countries.length>0,children:()=>V(Ha,{filter:e,narrow:t})}),V(Sa,{label:`Place`,active:e.locations.length>0,children:n=>V(Ia,{kind:`LOCATION`,label:`Where it happened`,add:r=>{t({locations:[...new Set([...e.locations,r])]}),n()}})}),V(Sa,{label:`Actor`,active:e.actors.length>0,children:n=>V(Ia,{kind:`ACTOR`,label:`Who has a part in it`,add:r=>{t({actors:[...new Set([...e.actors,r])]}),n()}})}),V(Sa,{label:`Publisher`,active:e.publishers.length>0,children:()=>V(Ua,{filter:e,narrow:t})}),V(Sa,{label:`Date`,active:!!(e.days.from||e.days.to),children:()=>V(Ka,{days:e.days,onDays:e=>t({days:e})})}),V(Sa,{label:`Killed`,active:!!e.killed,children:n=>V(qa,{filter:e,narrow:t,close:n})})]}),Ti(e)&&V(Ja,{filter:e,narrow:t}),n.length>0&&V(`div`,{class:`problems`,role:`alert`,children:V(`ul`,{children:n.map(e=>V(`li`,{children:e},e))})})]})}function Ra(e,t,n){let{data:r}=I(ot,{...yi(e,t),by:[n],first:300});return r?.eventStats}function za(e,t){return e&&(e.find(({keys:e})=>e[0]?.value===t)?.events??0)}function Ba({filter:e,narrow:t}){let n=Ra(e,`types`,`TYPE`);return V(y,{children:H.map(r=>V(Aa,{title:Qt[r],mark:r,choices:en(r).map(e=>({value:e,name:U[e].name,count:za(n,e)})),chosen:e.types,onChange:e=>t({types:e})},r))})}function Va({filter:e,narrow:t}){let n=Ra(e,`statuses`,`STATUS`);return V(Aa,{title:`Status`,choices:Object.keys(G).map(e=>({value:e,name:G[e].name,note:G[e].meaning,count:za(n,e)})),chosen:e.statuses,onChange:e=>t({statuses:e})})}function Ha({filter:e,narrow:t}){return V(Aa,{title:`Country`,choices:Wa(Ra(e,`countries`,`COUNTRY`),e.countries,K),chosen:e.countries,onChange:e=>t({countries:e})})}function Ua({filter:e,narrow:t}){return V(Aa,{title:`Publisher`,choices:Wa(Ra(e,`publishers`,`PUBLISHER`),e.publishers,e=>e),chosen:e.publishers,onChange:e=>t({publishers:e})})}function Wa(e,t,n){if(!e)return;let r=e.flatMap(({events:e,keys:t})=>t[0]?.value?[{value:t[0].value,count:e}]:[]),i=t.filter(e=>!r.some(t=>t.value===e)).map(e=>({value:e,count:0}));return[...r,...i].map(e=>({...e,name:n(e.value)}))}function Ga({filter:e,narrow:t}){let[n,r]=k(e.search??``);A(()=>r(e.search??``),[e.search]);let i=()=>{let r=n.trim()||void 0;r!==e.search&&t({search:r})};return V(`form`,{class:`words`,onSubmit:e=>{e.preventDefault(),i()},children:V(`input`,{type:`search`,"aria-label":`Events with these words`,placeholder:`With the words …`,maxLength:500,value:n,onInput:e=>r(e.currentTarget.value),onBlur:i})})}function Ka({days:e,onDays:t}){let n=(n,r)=>V(`label`,{children:[V(`span`,{children:r}),V(`input`,{type:`date`,value:e[n]??``,onChange:r=>t({...e,[n]:r.currentTarget.value||void 0})})]});return V(`div`,{class:`dates`,children:[n(`from`,`From`),n(`to`,`To`),V(`p`,{class:`aside`,children:`Events without a date are left out.`})]})}function qa({filter:e,narrow:t,close:n}){return V(`form`,{class:`dates`,onSubmit:e=>{e.preventDefault(),n()},children:V(`label`,{children:[V(`span`,{children:`Killed, at least`}),V(`input`,{type:`number`,min:1,max:999999999,defaultValue:e.killed??``,onChange:e=>t({killed:Number(e.currentTarget.value)||void 0})})]})})}function Ja({filter:e,narrow:t}){let n=[...e.actors,...e.locations],{data:r}=I(lt,n.length?{ids:n}:void 0),i=e=>{let t=r?.nodes.find(t=>t?.id===e);return t&&`name`in t?t.name??e:`…`},a=(e,t)=>e.filter(e=>e!==t);return V(`ul`,{class:`chosen`,"aria-label":`Filtered by`,children:[e.search&&V(Z,{text:`“${e.search}”`,drop:()=>t({search:void 0})}),e.types.map(n=>V(Z,{text:U[n].name,drop:()=>t({types:a(e.types,n)})},n)),e.statuses.map(n=>V(Z,{text:G[n].name,drop:()=>t({statuses:a(e.statuses,n)})},n)),e.countries.map(n=>V(Z,{text:K(n),drop:()=>t({countries:a(e.countries,n)})},n)),e.actors.map(n=>V(Z,{text:i(n),drop:()=>t({actors:a(e.actors,n)})},n)),e.locations.map(n=>V(Z,{text:`at ${i(n)}`,drop:()=>t({locations:a(e.locations,n)})},n)),e.publishers.map(n=>V(Z,{text:n,drop:()=>t({publishers:a(e.publishers,n)})},n)),(e.days.from||e.days.to)&&V(Z,{text:Za(e.days),drop:()=>t({days:{}})}),e.killed&&V(Z,{text:`${L(e.killed)} or more killed`,drop:()=>t({killed:void 0})}),e.box&&V(Z,{text:`inside the box`,drop:()=>t({box:void 0})}),e.circle&&V(Z,{text:Xa(e.circle),drop:()=>t({circle:void 0})}),e.others.map(n=>V(Z,{text:qr[n.name]?.words(n.values)??n.name,drop:()=>t({others:a(e.others,n)})},n.name)),V(`li`,{children:V(`button`,{type:`button`,class:`small`,onClick:()=>t(Ya),children:`Clear all`})})]})}var Ya={...Yr,search:void 0,killed:void 0,box:void 0,circle:void 0};function Xa({latitude:e,longitude:t,radiusKm:n}){return`within ${L(n)} km of ${e}, ${t}`}function Za({from:e,to:t}){return e&&t?Rt(e,t):e?`since ${Rt(e,e)}`:`until ${Rt(t??``,t??``)}`}function Z({text:e,drop:t}){return V(`li`,{children:V(`button`,{type:`button`,class:`chip`,onClick:t,"aria-label":`Remove: ${e}`,children:[e,V(Xt,{name:`close`})]})})}function Qa({filter:e,narrow:t}){let n=t=>en(t).every(t=>e.types.includes(t)),r=r=>{let i=en(r),a=e.types.filter(e=>!i.includes(e));t({types:n(r)?a:[...a,...i]})};return V(`div`,{class:`legend`,role:`group`,"aria-label":`Colours`,children:H.map(e=>V(`button`,{type:`button`,class:`key ${e}`,"aria-pressed":n(e),onClick:()=>r(e),children:Qt[e]},e))})}function $a({filter:e,variables:t}){return V(`div`,{class:`takeaway`,children:[V(Sa,{label:V(y,{children:[V(Xt,{name:`save`}),` Download`]}),children:()=>V(`ul`,{class:`choices`,children:[Object.keys(xi).map(t=>V(`li`,{children:V(`a`,{href:Si(e,t),download:!0,children:xi[t]})},t)),V(`li`,{children:V(`a`,{href:Ci(e,`atom`),children:`Feed (Atom), for readers of feeds`})}),V(`li`,{children:V(`a`,{href:Ci(e,`feed.json`),children:`Feed (JSON), for programs`})})]})}),V(`a`,{class:`plain-button`,href:wi(at.toString(),t),target:`_blank`,rel:`noreferrer`,children:`As GraphQL`})]})}var eo=new Map,to=100;function no(e,t){let n=I(ot,{...e,by:[`LOCATION`,`TYPE`],first:va}),r=(n.data?.eventStats.length??0)>=va,i=r&&t?so(t):void 0,a=I(ot,i&&!e.where.within?{...e,where:{...e.where,within:i},by:[`LOCATION`,`TYPE`],first:va}:void 0),o=(i&&a.data?a.data:n.data)?.eventStats,s=M(()=>ao(o??[]),[o,io(o?.flatMap(({keys:e})=>e[0]?.value??[])??[])]),c=ro(n.data?.eventStats??[])-ro(s),l=(i&&a.data?a.data.eventStats.length:n.data?.eventStats.length??0)>=va;return{spots:s,unplaced:r?0:c,full:l,failure:n.failure,retry:n.retry,ready:o!==void 0}}function ro(e){return e.reduce((e,{events:t})=>e+t,0)}function io(e){let[t,n]=k(eo.size),r=[...new Set(e)].filter(e=>!eo.has(e));return A(()=>{let e=new AbortController;for(let t=0;t<r.length;t+=to)mt(st,{ids:r.slice(t,t+to)},e.signal).then(({nodes:e})=>{for(let t of e)t?.id&&eo.set(t.id,t);n(eo.size)},()=>void 0);return()=>e.abort()},[r.join()]),t}function ao(e){let t=new Map;for(let{events:n,killed:r,keys:i}of e){let e=eo.get(i[0]?.value??``);if(e?.latitude==null||e.longitude==null)continue;let a=t.get(e.id)??oo(e,e.longitude,e.latitude);a.events+=n,a.killed+=r,a.families[W(i[1]?.value??``)]+=n,t.set(e.id,a)}return[...t.values()]}function oo({id:e,name:t,countryCode:n},r,i){return{id:e,name:t,countryCode:n,events:0,killed:0,families:Object.fromEntries(H.map(e=>[e,0])),...vn(r,i)}}function so({longitude:e,latitude:t,zoom:n}){let r=360/2**Math.floor(n);if(r>180)return;let[i,a]=[Math.round(e/r),Math.round(t/r)],o=e=>((e+180)%360+360)%360-180;return{south:Math.max(-90,(a-1.5)*r),north:Math.min(90,(a+1.5)*r),west:r*3>=360?-180:o((i-1.5)*r),east:r*3>=360?180:o((i+1.5)*r)}}var co=20,lo=90;function uo({query:e,theme:t}){let n=M(()=>Qr(e),[e]),[r,i]=k(),[a,o]=k({}),s=j(void 0);q(void 0);let c=(e,t=!1)=>{let n={...Qr(window.location.search),...e},r=pi(n.order===`best`&&!n.filter.search?{...n,order:`newest`}:n);Ar(r?`/?${r}`:`/`,{replace:t})},l=e=>c({filter:{...Qr(window.location.search).filter,...e}}),u=r?{...n.filter,days:r}:n.filter,d={...yi(u),first:co,orderBy:bi[n.order]},f=Dt(at,d,e=>e.events),p=no(yi(u,`places`),n.view),m=ba(yi(n.filter,`days`),n.span),h=(e,t)=>{window.clearTimeout(s.current),t?(i(void 0),l({days:e})):s.current=window.setTimeout(()=>i(e),lo)},g=e=>a.event?a.event.id===e.id:fo(e,a.places)||po(e,a.days),_=a.event?[a.event]:f.nodes.filter(g),v=new Set(a.places?[]:_.flatMap(({location:e})=>e?.id??[])),y=a.days?[]:_.flatMap(({when:e})=>e.earliest?[{from:e.earliest,to:e.latest??e.earliest}]:[]);return V(`main`,{id:`main`,class:`explore`,tabIndex:-1,"aria-label":`Explore events`,children:[f.total===0&&!Ti(u)&&V(`div`,{class:`first-steps`,children:V(go,{})}),V(La,{filter:n.filter,narrow:l,problems:n.problems}),V(`div`,{class:`plots`,children:[V(dr,{spots:p.spots,measure:n.size,onMeasure:e=>c({size:e},!0),view:n.view,onView:e=>c({view:e},!0),box:n.filter.box,onBox:e=>l({box:e}),chosen:n.filter.locations,onChoose:({id:e})=>l({locations:n.filter.locations.includes(e)?[]:[e]}),lit:v,onPoint:e=>o(e?{places:e}:{}),theme:t,note:p.full?`The places with most events are shown; zoom in for more.`:void 0}),V(Qa,{filter:n.filter,narrow:l}),p.failure&&V(X,{failure:p.failure,retry:p.retry}),V(fa,{bins:m.bins,unit:m.unit,monthly:m.monthly,undated:m.undated,failure:m.failure,days:u.days,onDays:h,span:n.span,onSpan:e=>c({span:e}),lit:y,onPoint:e=>o(e?{days:e}:{})})]}),V(`section`,{class:`stories`,"aria-label":`Events`,"aria-busy":f.waiting,onMouseLeave:()=>o({}),children:[V(`div`,{class:`stories-head`,children:[V(`h1`,{"aria-live":`polite`,children:[f.total===void 0?`Events`:R(f.total,`event`),p.ready&&p.unplaced>0&&!u.box&&!u.locations.length&&V(`small`,{children:[L(p.unplaced),` of them not on the map`]})]}),V(mo,{value:n.order,searching:!!n.filter.search,onChange:e=>c({order:e},!0)}),V($a,{filter:u,variables:d})]}),V(zi,{events:f,lit:g,heading:`h2`,onPoint:e=>o(e?{event:e}:{}),empty:V(ho,{filter:n.filter,clear:()=>c({filter:Yr})})})]})]})}function fo({location:e},t){return e!=null&&(t?.includes(e.id)??!1)}function po({when:e},t){let{earliest:n}=e;return n!==null&&t?.from!==void 0&&t.to!==void 0&&n<=t.to&&(e.latest??n)>=t.from}function mo({value:e,searching:t,onChange:n}){return V(`label`,{class:`order`,children:[V(`span`,{children:`Order`}),V(`select`,{value:e,onChange:e=>n(e.currentTarget.value),children:[V(`option`,{value:`newest`,children:`Newest first`}),V(`option`,{value:`oldest`,children:`Oldest first`}),V(`option`,{value:`deadliest`,children:`Most killed first`}),t&&V(`option`,{value:`best`,children:`Best match first`})]})]})}function ho({filter:e,clear:t}){return Ti(e)?V(Ei,{title:`No event fits all of this`,children:[V(`p`,{children:`Take a part of the filter away, or begin anew.`}),V(`button`,{type:`button`,onClick:t,children:`Clear the filter`})]}):V(`p`,{class:`aside`,children:`What has been read stands here.`})}function go(){return V(Ei,{title:`Nothing has been read yet`,children:[V(`p`,{children:`Give Dateline articles, in the folder that it was started from:`}),V(`ol`,{children:[V(`li`,{children:[V(`code`,{children:`.venv/bin/python -m scripts.seed samples`}),` reads the sample articles that come along, in half a minute.`]}),V(`li`,{children:[V(`code`,{children:`.venv/bin/python -m scripts.seed FOLDER`}),` reads your own: text, HTML or JSON Lines.`]}),V(`li`,{children:[V(`code`,{children:`.venv/bin/python -m scripts.watch`}),` follows feeds, sitemaps and folders.`]})]}),V(`p`,{children:[`Then load this page again. Or `,V(`a`,{href:`/try`,children:`paste a text`}),` and see how it is read; nothing is stored.`]})]})}function _o({what:e}){return q(`No such ${e}`),V(`main`,{id:`main`,class:`sheet`,tabIndex:-1,children:V(Ei,{title:`There is no such ${e}`,heading:`h1`,children:V(`p`,{children:[`The address may be cut short, or it is of another database. `,V(`a`,{href:`/`,children:`All events`})]})})})}var vo=250;function yo({label:e,value:t,onChange:n}){let[r,i]=k(t),a=j(void 0);return A(()=>()=>window.clearTimeout(a.current),[]),V(`label`,{class:`field`,children:[V(`span`,{children:e}),V(`input`,{type:`search`,value:r,maxLength:200,onInput:e=>{let t=e.currentTarget.value;i(t),window.clearTimeout(a.current),a.current=window.setTimeout(()=>n(t.trim()),vo)}})]})}function bo({label:e,value:t,choices:n,onChange:r}){return V(`label`,{class:`field`,children:[V(`span`,{children:e}),V(`select`,{value:t,onChange:e=>r(e.currentTarget.value),children:n.map(([e,t])=>V(`option`,{value:e,children:t},e))})]})}function xo({pages:e,noun:t,heads:n,row:r}){let{nodes:i,total:a,failure:o,retry:s,waiting:c,more:l}=e;return i.length===0?o?V(X,{failure:o,retry:s}):c||a===void 0?V(Y,{what:t[1],lines:9}):V(Ei,{title:`No ${t[1]} fit`}):V(y,{children:[V(`p`,{class:`aside`,"aria-live":`polite`,children:a!==void 0&&R(a,t[0],t[1])}),V(`div`,{class:`listing`,"aria-busy":c,children:V(`table`,{children:[V(`thead`,{children:V(`tr`,{children:n.map(e=>V(`th`,{scope:`col`,children:e},e))})}),V(`tbody`,{children:i.map(e=>V(`tr`,{children:r(e)},e.id))})]})}),o&&V(X,{failure:o,retry:s}),V(Bi,{more:l,shown:i.length,total:a})]})}var So={"":{field:`EVENT_COUNT`,direction:`DESC`},quotes:{field:`QUOTE_COUNT`,direction:`DESC`},name:{field:`NAME`,direction:`ASC`}};function Co({given:e,change:t}){let[n,r,i,a]=[`name`,`kind`,`countryCode`,`sort`].map(t=>e.get(t)??``),o=Dt(Xe,{where:{...n&&{name:{contains:n}},...r in an&&{kind:{eq:r}},...i&&{countryCode:{eq:i.toUpperCase()}}},orderBy:So[a]??So[``],first:100},e=>e.actors);return V(y,{children:[V(`div`,{class:`controls`,children:[V(yo,{label:`Name`,value:n,onChange:e=>t({name:e})}),V(bo,{label:`Kind`,value:r,choices:[[``,`All kinds`],...Object.entries(an)],onChange:e=>t({kind:e})}),V(bo,{label:`Order`,value:a,choices:[[``,`Most events first`],[`quotes`,`Most quotes first`],[`name`,`By name`]],onChange:e=>t({sort:e})})]}),V(xo,{pages:o,noun:[`actor`,`actors`],heads:[`Name`,`What it is`,`Events`,`Quotes`,`Articles`],row:e=>V(y,{children:[V(`td`,{children:V(`a`,{href:`/actor/${e.id}`,children:e.name})}),V(`td`,{children:[an[e.kind],sn[e.sector],e.countryCode&&K(e.countryCode)].filter(Boolean).join(`, `)}),V(`td`,{class:`figure`,children:L(e.eventCount)}),V(`td`,{class:`figure`,children:L(e.quoteCount)}),V(`td`,{class:`figure`,children:L(e.articleCount)})]})})]})}var wo={"":{field:`PUBLISHED_AT`,direction:`DESC`},oldest:{field:`PUBLISHED_AT`,direction:`ASC`}};function To({given:e,change:t}){let[n,r,i]=[`name`,`publisher`,`sort`].map(t=>e.get(t)??``),a=Dt(Ye,{where:{...n&&{title:{contains:n}},...r&&{publisher:{eq:r}}},orderBy:wo[i]??wo[``],first:100},e=>e.articles);return V(y,{children:[V(`div`,{class:`controls`,children:[V(yo,{label:`In the title`,value:n,onChange:e=>t({name:e})}),V(bo,{label:`Order`,value:i,choices:[[``,`Newest first`],[`oldest`,`Oldest first`]],onChange:e=>t({sort:e})}),r&&V(`button`,{type:`button`,class:`chip`,onClick:()=>t({publisher:``}),"aria-label":`Remove: ${r}`,children:[r,` ×`]})]}),V(xo,{pages:a,noun:[`article`,`articles`],heads:[`Title`,`Publisher`,`Published`],row:e=>V(y,{children:[V(`td`,{children:[V(`a`,{href:`/article/${e.id}`,children:e.title??`Without a title`}),e.byline&&V(`span`,{class:`aside`,children:[` `,e.byline]})]}),V(`td`,{children:e.publisher??V(`span`,{class:`aside`,children:`not known`})}),V(`td`,{class:`figure`,children:e.publishedAt?B(e.publishedAt):V(`span`,{class:`aside`,children:`not known`})})]})})]})}var Eo={"":{field:`EVENT_COUNT`,direction:`DESC`},name:{field:`NAME`,direction:`ASC`}};function Do({given:e,change:t}){let[n,r,i,a]=[`name`,`kind`,`countryCode`,`sort`].map(t=>e.get(t)??``),o=Dt(Ze,{where:{...n&&{name:{contains:n}},...r in on&&{kind:{eq:r}},...i&&{countryCode:{eq:i.toUpperCase()}}},orderBy:Eo[a]??Eo[``],first:100},e=>e.locations);return V(y,{children:[V(`div`,{class:`controls`,children:[V(yo,{label:`Name`,value:n,onChange:e=>t({name:e})}),V(bo,{label:`Kind`,value:r,choices:[[``,`All kinds`],...Object.entries(on)],onChange:e=>t({kind:e})}),V(bo,{label:`Order`,value:a,choices:[[``,`Most events first`],[`name`,`By name`]],onChange:e=>t({sort:e})})]}),V(xo,{pages:o,noun:[`place`,`places`],heads:[`Name`,`What it is`,`Events right there`],row:e=>V(y,{children:[V(`td`,{children:V(`a`,{href:`/location/${e.id}`,children:Di(e)})}),V(`td`,{children:on[e.kind]}),V(`td`,{class:`figure`,children:L(e.eventCount)})]})})]})}var Oo=1e3;function ko({given:e,change:t}){let n=e.get(`name`)??``,{data:r,failure:i,retry:a}=I(ot,{where:n?{publisher:{contains:n}}:{},by:[`PUBLISHER`],first:Oo}),o=n.toLowerCase(),s=r?.eventStats.filter(({keys:e})=>(e[0]?.value??``).toLowerCase().includes(o))??[];return V(y,{children:[V(`div`,{class:`controls`,children:V(yo,{label:`Name`,value:n,onChange:e=>t({name:e})})}),i&&V(X,{failure:i,retry:a}),!i&&!r&&V(Y,{what:`publishers`,lines:9}),r&&s.length===0&&V(Ei,{title:`No publisher fits`}),s.length>0&&V(`div`,{class:`listing`,children:V(`table`,{children:[V(`thead`,{children:V(`tr`,{children:[V(`th`,{scope:`col`,children:`Publisher`}),V(`th`,{scope:`col`,children:`Events`}),V(`th`,{scope:`col`,children:V(`span`,{class:`unseen`,children:`Articles`})})]})}),V(`tbody`,{children:s.map(({events:e,keys:t})=>{let n=t[0]?.value;return V(`tr`,{children:[V(`td`,{children:n?V(`a`,{href:`/?${gi(mi({...Yr,publishers:[n]}))}`,children:n}):`Not known`}),V(`td`,{class:`figure`,children:L(e)}),V(`td`,{class:`figure`,children:n&&V(`a`,{href:`/articles?${new URLSearchParams({publisher:n})}`,children:`its articles`})})]},n)})})]})}),s.length>=Oo&&V(`p`,{class:`aside`,children:[`The `,L(Oo),` with most events are shown; find others by name.`]})]})}var Ao={"/articles":To,"/actors":Co,"/locations":Do,"/publishers":ko},jo={"/articles":[`name`,`publisher`,`sort`],"/actors":[`name`,`kind`,`countryCode`,`sort`],"/locations":[`name`,`kind`,`countryCode`,`sort`],"/publishers":[`name`]};function Mo({path:e,query:t}){q(Dr[e]);let n=new URLSearchParams(t),r=Ao[e],i=t=>{let n=new URLSearchParams(window.location.search);Object.entries(t).forEach(([e,t])=>t?n.set(e,t):n.delete(e)),Ar(n.size>0?`${e}?${gi(n)}`:e,{replace:!0})};if(!r)return V(_o,{what:`list`});let a=[...new Set(n.keys())].filter(t=>!jo[e]?.includes(t));return V(`main`,{id:`main`,class:`sheet browse`,tabIndex:-1,children:[V(`h1`,{children:Dr[e]}),a.length>0&&V(`p`,{class:`problems`,role:`alert`,children:[a.join(`, `),`: not obeyed. This list takes `,jo[e]?.join(`, `),`.`]}),V(r,{given:n,change:i})]})}var No=`dateline:key`;function Po(){try{return window.sessionStorage.getItem(No)??``}catch{return``}}function Fo(e){try{window.sessionStorage.setItem(No,e)}catch{}}function Io(){let[e,t]=k(!1),[n,r]=k();return{busy:e,failure:n,make:(e,n,i)=>{t(!0),r(void 0),mt(e,n,void 0,Po()).then(e=>{bt(),Tt(),i(e)},e=>r(e instanceof P?e:new P(String(e),`Try again.`))).finally(()=>t(!1))}}}function Lo(){window.location.reload()}function Ro({change:e,action:t,onSubmit:n}){let[r,i]=k(Po),[a,o]=k(``);return V(`form`,{class:`reason`,onSubmit:e=>{e.preventDefault(),Fo(r.trim()),n(a.trim())},children:[V(`label`,{class:`field`,children:[V(`span`,{children:`Why`}),V(`textarea`,{required:!0,maxLength:2e3,rows:2,value:a,onInput:e=>o(e.currentTarget.value)})]}),V(`label`,{class:`field`,children:[V(`span`,{children:`Key that may correct`}),V(`input`,{type:`password`,required:!0,autocomplete:`off`,value:r,onInput:e=>i(e.currentTarget.value)})]}),V(`button`,{type:`submit`,class:`primary`,disabled:e.busy,children:t}),e.failure&&V(X,{failure:e.failure})]})}function zo({title:e,judgements:t}){return t.length===0?null:V(`section`,{"aria-label":e,children:[V(`h2`,{children:e}),V(`ul`,{class:`judgements`,children:t.map(e=>V(`li`,{children:V(Vo,{judgement:e})},e.id))})]})}var Bo={SAME_EVENT:`They are not one event`,SAME_ACTOR:`They are not one`,CORRECTION:`Take it back`,ARTICLE:`Delete the article`,REMOVAL:`Let it be read again`};function Vo({judgement:e}){let{reason:t,score:n,madeBy:r,madeAt:i,withdrawn:a,reports:o,kind:s}=e;return V(`div`,{class:a?`judgement gone`:`judgement`,children:[V(`p`,{children:[t,n!==null&&V(`span`,{class:`aside`,children:[` · score `,n.toFixed(2)]})]}),V(`p`,{class:`aside`,children:[r??`The machine`,`, `,B(i),o.map(({id:e,article:t})=>V(`span`,{children:[` · `,V(`a`,{href:`/article/${t.id}`,children:t.publisher??`the article`})]},e)),a&&` · taken back by ${a.by}, ${B(a.at)}: ${a.reason}`]}),!a&&V(Ho,{id:e.id,action:Bo[s]})]})}function Ho({id:e,action:t}){let[n,r]=k(!1),i=Io();return n?V(Ro,{change:i,action:t,onSubmit:t=>i.make(rt,{judgement:e,reason:t},Lo)}):V(`button`,{type:`button`,class:`small`,onClick:()=>r(!0),children:t})}var Uo=30,Wo={SAME_EVENT:`One event`,SAME_ACTOR:`One actor`,CORRECTION:`Corrected`,ARTICLE:`Sent in`,REMOVAL:`Taken out`};function Go(){q(`Latest corrections`);let[e,t]=k(),{data:n,failure:r,retry:i}=I(Qe,{first:Uo,before:e??null}),a=n?.latestJudgements;return V(`main`,{id:`main`,class:`sheet`,tabIndex:-1,children:[V(`h1`,{children:`Latest corrections`}),r&&V(X,{failure:r,retry:i}),!r&&!a&&V(Y,{what:`corrections`,lines:9}),a?.length===0&&V(Ei,{title:e?`Nothing earlier`:`Nobody has corrected anything yet`,children:V(`p`,{children:[`Events and actors have a way to correct them at the foot of their pages; it takes a key with the scope `,V(`code`,{children:`correct`}),`.`]})}),V(`ul`,{class:`judgements`,children:a?.map(e=>V(`li`,{children:[V(`p`,{children:[V(`span`,{class:`kicker`,children:Wo[e.kind]}),` `,e.reports[0]?.summary??e.article?.title??``,!e.article&&e.articleId&&V(`a`,{href:`/article/${e.articleId}`,children:e.articleId}),e.part&&e.whole&&V(y,{children:[V(`a`,{href:`/actor/${e.part.id}`,children:e.part.name}),`, part of `,V(`a`,{href:`/actor/${e.whole.id}`,children:e.whole.name})]})]}),V(Vo,{judgement:e})]},e.id))}),a&&a.length===Uo&&V(`p`,{class:`more`,children:V(`button`,{type:`button`,onClick:()=>t(a.at(-1)?.id),children:`Earlier ones`})})]})}function Ko({id:e,name:t}){let{data:n}=I($e,{id:e}),[r,i]=k(),a=Io();return V(y,{children:[V(zo,{title:`Why these names are one`,judgements:n?.actor?.judgements??[]}),V(`section`,{class:`edit`,"aria-label":`Correct it`,children:V(`details`,{children:[V(`summary`,{children:`Another name is the same actor`}),V(`div`,{class:`edit-fields`,children:[V(Ia,{kind:`ACTOR`,label:`The other name`,add:(e,t)=>i({id:e,name:t})}),r&&r.id!==e&&V(y,{children:[V(`p`,{children:[V(`b`,{children:r.name}),` becomes a part of `,V(`b`,{children:t}),`.`]}),V(Ro,{change:a,action:`Make them one`,onSubmit:t=>a.make(nt,{into:e,actors:[r.id],reason:t},Lo)})]})]})]})})]})}function qo({what:e,failure:t,retry:n}){return V(`main`,{id:`main`,class:`sheet`,tabIndex:-1,children:t?V(y,{children:[V(`h1`,{children:[`This cannot be shown: `,e]}),V(X,{failure:t,retry:n})]}):V(Y,{what:e,lines:12})})}function Jo(e,t,n){let r=new Map;for(let{events:n,keys:i}of e){let e=i[0]?.value;if(!e||e===t)continue;let a=W(i[1]?.value??``),o=r.get(e)??{id:e,events:0,families:{},family:a};o.events+=n,o.families[a]=(o.families[a]??0)+n,r.set(e,o)}let i=[...r.values()].toSorted((e,t)=>t.events-e.events||e.id.localeCompare(t.id)).slice(0,n);for(let e of i)e.family=H.reduce((t,n)=>(e.families[n]??0)>(e.families[t]??0)?n:t,e.family);return i.toSorted((e,t)=>H.indexOf(e.family)-H.indexOf(t.family)||t.events-e.events)}function Yo(e,t,n,r){let i=t/e*2*Math.PI-Math.PI/2,[a,o]=[Math.cos(i),Math.sin(i)],s=Math.abs(a)<.25?`middle`:a>0?`start`:`end`;return{x:n/2+a*(n/2-150),y:r/2+o*(r/2-44),anchor:s}}var Xo=14,[Zo,Qo]=[540,340];function $o({id:e,name:t}){let{data:n,failure:r,retry:i}=I(He,{where:{actor:{eq:e}}}),a=M(()=>Jo(n?.eventStats??[],e,Xo),[n,e]),o=I(Ue,a.length?{ids:a.map(e=>e.id)}:void 0);if(r)return V(X,{failure:r,retry:i});if(!n||a.length>0&&!o.data)return V(Y,{what:`who with whom`,lines:4});if(a.length===0)return V(`p`,{class:`aside`,children:`Nobody else has a part in these events.`});let s=new Map(o.data?.nodes.flatMap(e=>e&&`name`in e?[[e.id,e.name]]:[])),c=Math.max(...a.map(({events:e})=>e));return V(y,{children:[V(`svg`,{class:`network`,viewBox:`0 0 ${Zo} ${Qo}`,role:`group`,"aria-label":`Who has a part in the same events as ${t}`,children:[a.map(({id:e,events:t,family:n},r)=>{let{x:i,y:o}=Yo(a.length,r,Zo,Qo);return V(`line`,{class:`link ${n}`,x1:Zo/2,y1:Qo/2,x2:i,y2:o,"stroke-width":1.5+t/c*4.5},e)}),V(`g`,{class:`self`,transform:`translate(${Zo/2} ${Qo/2})`,children:[V(`circle`,{r:`9`}),V(`text`,{y:`26`,"text-anchor":`middle`,children:Ut(t,28)})]}),a.map(({id:e,events:t,family:n},r)=>{let{x:i,y:o,anchor:l}=Yo(a.length,r,Zo,Qo),u=l===`start`?12:l===`end`?-12:0,d=s.get(e)??`…`;return V(`a`,{href:`/actor/${e}`,"aria-label":`${d}: ${R(t,`event`)} together, most of them ${Qt[n].toLowerCase()}`,children:[V(`circle`,{class:n,cx:i,cy:o,r:4+t/c*4}),V(`text`,{x:i+u,y:o,dy:l===`middle`?o<Qo/2?-14:22:5,"text-anchor":l,children:[Ut(d,22),` `,V(`tspan`,{class:`aside`,children:t})]})]},e)})]}),V(`p`,{class:`aside`,children:`Those with a part in the same events: a wider line is more of them, its colour is what most of them are.`})]})}function es({quote:e,bare:t}){let{speaker:n,speakerAsWritten:r,article:i,kind:a}=e;return V(`figure`,{class:`quote`,children:[V(`blockquote`,{class:a.toLowerCase(),children:Ut(e.text,420)}),V(`figcaption`,{children:[!t&&(n?V(`a`,{href:`/actor/${n.id}`,children:n.name}):r??`Nobody named`),e.cue&&V(`span`,{children:[` `,t?e.cue:` ${e.cue}`]}),e.medium&&V(`span`,{children:[` · `,e.medium]}),V(`a`,{class:`source`,href:`/article/${i.id}#${e.id}`,children:[i.publisher,i.publishedAt&&B(i.publishedAt)].filter(Boolean).join(`, `)||i.title||`Read it in the article`})]})]})}function ts({id:e}){let{data:t,failure:n,retry:r}=I(Be,{id:e});if(q(t?.actor?.name),n||!t)return V(qo,{what:`the actor`,failure:n,retry:r});if(!t.actor)return V(_o,{what:`actor`});let{actor:i}=t;return V(`main`,{id:`main`,class:`sheet actor-page`,tabIndex:-1,children:[V(ns,{actor:i}),V(`div`,{class:`columns`,children:[V(as,{id:i.id,name:i.name}),V(`div`,{children:[i.offices.length>0&&V(rs,{actor:i.id,offices:i.offices}),i.eventCount>0&&V(`section`,{"aria-label":`Who with whom`,children:[V(`h2`,{children:`Who with whom`}),V($o,{id:i.id,name:i.name})]}),V(is,{id:i.id,name:i.name}),V(Ko,{id:i.id,name:i.name})]})]})]})}function ns({actor:e}){return V(`header`,{class:`thing-head`,children:[V(`p`,{class:`kicker`,children:[an[e.kind],sn[e.sector],e.countryCode&&K(e.countryCode)].filter(Boolean).join(` · `)}),V(`h1`,{children:e.name}),e.aliases.length>0&&V(`p`,{class:`aside`,children:[`Also `,e.aliases.slice(0,8).join(`, `)]}),V(`p`,{class:`tallies`,children:[V(`b`,{children:R(e.eventCount,`event`)}),V(`b`,{children:R(e.quoteCount,`quote`)}),V(`b`,{children:R(e.articleCount,`article`)}),V(`a`,{class:`plain-button`,href:`/?actor=${e.id}`,children:`On the map`})]})]})}function rs({actor:e,offices:t}){return V(`section`,{"aria-label":`Offices over time`,children:[V(`h2`,{children:`Offices over time`}),V(`ol`,{class:`offices`,children:t.map(({title:t,organization:n,asOf:r,of:i,evidence:a},o)=>V(`li`,{children:[V(`time`,{children:r?B(r):`Day not known`}),V(`div`,{children:[V(`b`,{children:t}),i?V(y,{children:[`, `,V(`a`,{href:`/actor/${i.id}`,children:i.name})]}):n&&!t.includes(n)&&`, ${n}`,V(`p`,{class:`aside`,children:[a.text&&a.text.toLowerCase()!==t.toLowerCase()&&V(`q`,{children:[a.text,` `]}),V(`a`,{href:`/article/${a.article.id}#${e}`,children:a.article.publisher??`Read it in the article`})]})]})]},o))})]})}function is({id:e,name:t}){let n=Dt(Ve,{id:e,first:10,after:null},e=>e.actor?.quotes);return V(`section`,{"aria-label":`Quotes`,children:[V(`h2`,{children:[`Quotes `,V(`small`,{children:n.total})]}),n.failure&&V(X,{failure:n.failure,retry:n.retry}),n.waiting&&n.nodes.length===0&&V(Y,{what:`quotes`}),n.nodes.map(e=>V(es,{quote:e,bare:!0},e.id)),n.total===0&&V(`p`,{class:`aside`,children:[`No article quotes `,t,`.`]}),V(Bi,{more:n.more,shown:n.nodes.length,total:n.total})]})}function as({id:e,name:t}){let n=Dt(at,{where:{actor:{eq:e}},first:10,orderBy:bi.newest},e=>e.events);return V(`section`,{"aria-label":`Events`,children:[V(`h2`,{children:[`Events `,V(`small`,{children:n.total})]}),V(zi,{events:n,empty:V(`p`,{class:`aside`,children:[t,` has no part in an event; it is named or quoted only.`]})})]})}function os({event:e}){return V(`section`,{class:`edit`,"aria-label":`Correct it`,children:[V(`details`,{children:[V(`summary`,{children:`Correct this event`}),V(ls,{event:e})]}),V(`details`,{children:[V(`summary`,{children:`It is the same as another event`}),V(us,{id:e.id})]})]})}function ss(e){return{type:e.type,status:e.status,earliest:e.when.earliest??``,latest:e.when.latest??``,killed:e.killed?.best.toString()??``,injured:e.injured?.best.toString()??``}}function cs(e,t){let n={};e.type!==t.type&&(n.type=e.type),e.status!==t.status&&(n.status=e.status),e.place&&(n.location=e.place.id),e.earliest&&(e.earliest!==t.earliest||e.latest!==t.latest)&&(n.when={earliest:e.earliest,latest:e.latest||e.earliest});for(let r of[`killed`,`injured`])e[r]!==t[r]&&(n[r]={best:e[r]===``?null:Number(e[r])});return n}function ls({event:e}){let t=ss(e),[n,r]=k(t),i=Io(),a=e=>r({...n,...e}),o=cs(n,t);return V(`div`,{class:`edit-fields`,children:[V(`div`,{class:`controls`,children:[V(`label`,{class:`field`,children:[V(`span`,{children:`Type`}),V(`select`,{value:n.type,onChange:({currentTarget:e})=>a({type:e.value}),children:$t.map(e=>V(`option`,{value:e,children:U[e].name},e))})]}),V(`label`,{class:`field`,children:[V(`span`,{children:`How certain`}),V(`select`,{value:n.status,onChange:({currentTarget:e})=>a({status:e.value}),children:Object.keys(G).map(e=>V(`option`,{value:e,children:G[e].name},e))})]}),V(`label`,{class:`field`,children:[V(`span`,{children:`First day`}),V(`input`,{type:`date`,value:n.earliest,onInput:({currentTarget:e})=>a({earliest:e.value})})]}),V(`label`,{class:`field`,children:[V(`span`,{children:`Last day`}),V(`input`,{type:`date`,value:n.latest,min:n.earliest,onInput:({currentTarget:e})=>a({latest:e.value})})]}),[`killed`,`injured`].map(e=>V(`label`,{class:`field`,children:[V(`span`,{children:[e===`killed`?`Killed`:`Injured`,` (empty: not known)`]}),V(`input`,{type:`number`,min:0,max:2147483646,value:n[e],onInput:({currentTarget:t})=>a({[e]:t.value})})]},e))]}),V(`div`,{class:`edit-place`,children:[V(`p`,{children:[`Place: `,V(`b`,{children:n.place?.name??(e.location?Di(e.location):`not known`)})]}),V(Ia,{kind:`LOCATION`,label:`Another place`,add:(e,t)=>a({place:{id:e,name:t}})})]}),Object.keys(o).length>0?V(Ro,{change:i,action:`Correct it`,onSubmit:t=>i.make(et,{event:e.id,change:o,reason:t},Lo)}):V(`p`,{class:`aside`,children:`Change what is otherwise than the reports tell. What they tell stays visible beside it.`})]})}function us({id:e}){let[t,n]=k(``),r=Io(),i=/evt_[a-z0-9]+/.exec(t)?.[0];return V(`div`,{class:`edit-fields`,children:[V(`label`,{class:`field`,children:[V(`span`,{children:`The other event's address or id`}),V(`input`,{value:t,placeholder:`…/event/evt_…`,onInput:({currentTarget:e})=>n(e.value)})]}),i&&i!==e&&V(Ro,{change:r,action:`Make them one`,onSubmit:t=>r.make(tt,{events:[e,i],reason:t},({eventsMerge:e})=>{Ar(`/event/${e.event.id}`,{replace:!0}),Lo()})}),t&&(!i||i===e)&&V(`p`,{class:`aside`,children:`That is the id of no other event.`})]})}function ds({event:e,field:t}){let n=e.corrections.filter(e=>e.field===t||e.field.startsWith(`${t}.`));if(n.length===0)return null;let r=e.judgements.find(({kind:e,withdrawn:t,madeBy:n})=>e===`CORRECTION`&&!t&&n),i=n.map(({field:e,told:t})=>`${e.split(`.`).at(1)??e}: ${t??`not told`}`).join(`, `);return V(`span`,{class:`set-by-person`,children:[`set by `,r?.madeBy??`a person`,r&&`, ${B(r.madeAt)}`,`; the reports tell `,i]})}var fs=[[`Killed`,({killed:e})=>e&&{value:Ht(e),written:e.text,basis:e.basis}],[`Injured`,({injured:e})=>e&&{value:Ht(e),written:e.text,basis:e.basis}],[`When`,({when:e})=>ps(Lt(e),e)],[`Where`,({location:e,locationBasis:t})=>e&&{value:Di(e),href:`/location/${e.id}`,basis:t}],[`What kind`,({type:e})=>({value:U[e].name})],[`How certain`,({status:e})=>({value:G[e].name})],[`According to`,({saidBy:e,saidByBasis:t})=>e&&{value:e.name,href:`/actor/${e.id}`,basis:t}]];function ps(e,{text:t,basis:n}){return e?{value:e,written:t??void 0,basis:n}:void 0}function ms(e){return fs.map(([t,n])=>{let r=e.map(e=>n(e)??void 0),i=new Set(r.flatMap(e=>e?.value??[]));return{label:t,cells:r,differs:t!==`According to`&&i.size>1}}).filter(({cells:e})=>e.some(Boolean))}var hs=120;function gs({id:e}){let{data:t,failure:n,retry:r}=I(it,{id:e,after:null}),i=Dt(it,{id:e,after:null},e=>e.event?.tellings);if(q(t?.event?Ai(t.event):void 0),n||!t)return V(qo,{what:`the event`,failure:n,retry:r});if(!t.event)return V(_o,{what:`event`});let{event:a}=t;return V(`main`,{id:`main`,class:`sheet event-page ${W(a.type)}`,tabIndex:-1,children:[V(_s,{event:a}),V(`section`,{"aria-label":`Reports`,children:[V(`h2`,{children:i.nodes.length>1?`${R(a.tellings.totalCount,`report`)}, side by side`:`One report tells of it`}),V(ys,{tellings:i.nodes,event:a.id}),V(Bi,{more:i.more,shown:i.nodes.length,total:a.tellings.totalCount})]}),V(zo,{title:`Why these reports are one event`,judgements:a.judgements.filter(({kind:e})=>e===`SAME_EVENT`)}),V(zo,{title:`What people corrected`,judgements:a.judgements.filter(({kind:e})=>e===`CORRECTION`)}),V(os,{event:a}),V(`footer`,{class:`sheet-foot`,children:[V(`p`,{class:`aside`,children:[`PLOVER `,a.codes.plover,a.codes.cameoRoot&&` · CAMEO root ${a.codes.cameoRoot}`,a.codes.acled&&` · ACLED ${a.codes.acled}`,` · read with confidence `,a.confidence.toFixed(2)]}),V(`a`,{class:`plain-button`,target:`_blank`,rel:`noreferrer`,href:wi(it.toString(),{id:e}),children:`As GraphQL`})]})]})}function _s({event:e}){let t=Lt(e.when);return V(`header`,{class:`event-head`,children:[V(`p`,{class:`card-top`,children:[V(Ni,{type:e.type,mode:e.mode}),V(Pi,{status:e.status}),V(ds,{event:e,field:`type`}),V(ds,{event:e,field:`status`})]}),V(`h1`,{children:Ai(e)}),V(`dl`,{class:`facts`,children:[V(`div`,{children:[V(`dt`,{children:`Where`}),V(`dd`,{children:[e.location?V(`a`,{href:`/location/${e.location.id}`,children:Di(e.location)}):`Not known`,V(Oi,{basis:e.locationBasis}),V(ds,{event:e,field:`location`})]})]}),V(`div`,{children:[V(`dt`,{children:`When`}),V(`dd`,{children:[t??`Not known`,V(Oi,{basis:e.when.basis}),` `,e.when.text&&V(`q`,{children:e.when.text}),V(ds,{event:e,field:`when`})]})]}),(e.killed||e.injured||e.corrections.some(({field:e})=>/^(killed|injured)/.test(e)))&&V(`div`,{children:[V(`dt`,{children:`Toll`}),V(`dd`,{children:[V(Ii,{count:e.killed,word:`killed`}),` `,V(ds,{event:e,field:`killed`}),` `,V(Ii,{count:e.injured,word:`injured`}),` `,V(ds,{event:e,field:`injured`})]})]}),e.victims.length>0&&V(`div`,{children:[V(`dt`,{children:`Among them`}),V(`dd`,{children:vs(e.victims)})]}),e.participants.some(Mi)&&V(`div`,{children:[V(`dt`,{children:`Who`}),V(`dd`,{children:V(Li,{participants:e.participants,most:20})})]})]})]})}function vs(e){return[...new Set(e.map(({harm:e})=>e))].map(t=>`${tn[t]}: ${e.filter(e=>e.harm===t).map(({text:e})=>e).join(`, `)}`).join(`; `)}function ys({tellings:e,event:t}){let n=ms(e),r=n.filter(({differs:e})=>e).map(({label:e})=>e.toLowerCase());return V(y,{children:[r.length>0&&V(`p`,{class:`differ`,children:[`They differ on `,V(`mark`,{children:r.join(`, `)}),`.`]}),V(`div`,{class:`tellings`,tabIndex:0,role:`region`,"aria-label":`Reports side by side`,children:V(`table`,{children:[V(`thead`,{children:V(`tr`,{children:[V(`th`,{scope:`col`,children:V(`span`,{class:`unseen`,children:`What is told`})}),e.map(({id:e,article:t})=>V(`th`,{scope:`col`,children:[V(`b`,{children:t.publisher??`Publisher not known`}),t.publishedAt&&V(`time`,{children:B(t.publishedAt)})]},e))]})}),V(`tbody`,{children:[n.map(({label:t,cells:n,differs:r})=>V(`tr`,{class:r?`differs`:``,children:[V(`th`,{scope:`row`,children:t}),n.map((t,n)=>V(`td`,{children:[t?t.href?V(`a`,{href:t.href,children:t.value}):V(`span`,{class:`value`,children:t.value}):V(`span`,{class:`aside`,children:`not told`}),t?.basis&&V(Oi,{basis:t.basis}),t?.written&&t.written!==t.value&&V(`q`,{children:t.written})]},e[n]?.id))]},t)),V(`tr`,{class:`words`,children:[V(`th`,{scope:`row`,children:`In the words of`}),e.map(e=>V(`td`,{children:V(bs,{telling:e,event:t})},e.id))]})]})]})})]})}function bs({telling:e,event:t}){let{text:n,context:r}=e.evidence,i=n&&r?r.indexOf(n):-1;return V(y,{children:[n&&r&&i>=0?V(`blockquote`,{children:[Gt(r.slice(0,i),hs),V(`mark`,{children:n}),Kt(r.slice(i+n.length),hs)]}):V(`p`,{class:`aside`,children:`Texts are not served here.`}),V(`a`,{class:`go`,href:`/article/${e.article.id}#${t}`,children:[e.article.title??`Read it in the article`,V(Xt,{name:`arrow`})]})]})}var xs={COUNTRY:2.2,REGION:2,ADMIN1:3.6,ADMIN2:4.2},Ss=4.6;function Cs({point:e,kind:t,theme:n}){let[r,i]=Zt(),a=j(null),[o,s]=k(),c=wn(e,xs[t]??Ss,i),l=Sn(e,c,i);return A(()=>{ir(`fine`).then(s,()=>void 0)},[]),A(()=>{o&&a.current&&Ln(a.current,o,c,i,In(a.current))},[o,i.width,i.height,n,e.x,e.y]),V(`div`,{class:`small-map`,ref:r,role:`img`,"aria-label":`Where it lies on the map`,children:[V(`canvas`,{ref:a}),V(`i`,{style:{left:`${l.x}px`,top:`${l.y}px`}}),V(`p`,{class:`map-credit`,children:`Outlines: Natural Earth`})]})}var ws={event:{one:`Event`,many:`Events`},quote:{one:`Quote`,many:`Quotes`},actor:{one:`Actor`,many:`Actors`},place:{one:`Place`,many:`Places`}},Ts=Object.keys(ws);function Q(e,t,n){return t?[{label:e,values:[{text:t,href:n}]}]:[]}function $(e,t){return e?t&&t!==`STATED`?`${e} (${nn[t]})`:e:null}function Es(e){return[...new Set(e.map(({harm:e})=>e))].flatMap(t=>Q(`Among the ${tn[t]}`,e.filter(e=>e.harm===t).map(({text:e})=>e).join(`, `)))}function Ds(e){return[...new Set(e.map(({role:e})=>e))].map(t=>({label:rn[t].charAt(0).toUpperCase()+rn[t].slice(1),values:e.filter(e=>e.role===t).map(({name:e,basis:t,href:n})=>({text:$(e,t)??e,href:n}))}))}function Os(e,t,n,r){return r.filter(e=>e.article.id===n).map(({span:n})=>({layer:e,id:t,start:n.startUtf16,end:n.endUtf16}))}function ks(e,t){return Os(`event`,t.id,e,t.reports.nodes.map(({evidence:e})=>e))}function As(e,t){return Os(`quote`,t.id,e,t.evidence)}function js(e,t){return Os(`actor`,t.id,e,t.mentions.nodes)}function Ms(e,t){return Os(`place`,t.id,e,t.mentions.nodes)}function Ns(e,t){let n=e.reports.nodes[0],r=n?.status??e.status;return{id:e.id,layer:`event`,kicker:[U[e.type].name,e.mode].filter(Boolean).join(` · `),title:e.summary,type:e.type,status:r===`REPORTED`?void 0:G[r].name,facts:[...Q(`When`,$(Lt(e.when),e.when.basis)),...Q(`As written`,e.when.text),...Q(`Where`,$(e.location&&Di(e.location),e.locationBasis),e.location?`/location/${e.location.id}`:void 0),...Q(`Killed`,$(n?.killed&&`${Ht(n.killed)} (“${n.killed.text}”)`,n?.killed?.basis)),...Q(`Injured`,$(n?.injured&&`${Ht(n.injured)} (“${n.injured.text}”)`,n?.injured?.basis)),...Es(e.victims.filter(({evidence:e})=>e.article.id===t)),...Ds(e.participants.map(({role:e,actor:t,nameAsWritten:n,basis:r})=>({role:e,basis:r,name:t?.name??n,href:t?`/actor/${t.id}`:void 0}))),...Q(`According to`,$(n?.saidBy?.name,n?.saidByBasis),n?.saidBy?`/actor/${n.saidBy.id}`:void 0)],href:`/event/${e.id}`}}function Ps(e){return{id:e.id,layer:`quote`,kicker:{DIRECT:`Direct quote`,INDIRECT:`Reported speech`,MIXED:`Speech with quoted words`}[e.kind],title:e.speaker?.name??e.speakerAsWritten??`Nobody in particular`,facts:[...Q(`Words`,e.text),...Q(`Introduced by`,e.cue),...Q(`Said in or to`,e.medium),...Q(`Named here as`,e.speakerAsWritten)],href:e.speaker?`/actor/${e.speaker.id}`:void 0}}function Fs(e){let t=e.offices.map(({title:e,organization:t})=>[e,t].filter(Boolean).join(`, `));return{id:e.id,layer:`actor`,kicker:[an[e.kind],sn[e.sector]].filter(Boolean).join(` · `),title:e.name,facts:[...Q(`Country`,e.countryCode&&K(e.countryCode)),...Q(`Office`,[...new Set(t)].slice(0,4).join(`; `)),...Q(`Known from`,`${R(e.articleCount,`article`)}, ${R(e.eventCount,`event`)}, ${R(e.quoteCount,`quote`)}`)],href:`/actor/${e.id}`}}function Is(e){return{id:e.id,layer:`place`,kicker:on[e.kind],title:Di(e),facts:[...Q(`Lies in`,e.parent?.name),...Q(`At`,Ls(e.latitude,e.longitude)),...Q(`Known from`,R(e.eventCount,`event`))],href:`/location/${e.id}`}}function Ls(e,t){if(e===null||t===null)return;let n=(e,t,n)=>`${Math.abs(e).toFixed(2)}° ${e<0?n:t}`;return`${n(e,`N`,`S`)}, ${n(t,`E`,`W`)}`}var Rs=80;function zs({id:e,theme:t}){let{data:n,failure:r,retry:i}=I(ut,{id:e});return q(n?.location?.name),r||!n?V(qo,{what:`the place`,failure:r,retry:i}):n.location?V(`main`,{id:`main`,class:`sheet location-page`,tabIndex:-1,children:[V(Bs,{place:n.location}),V(`div`,{class:`columns`,children:[V(Vs,{id:e}),V(`div`,{children:[n.location.latitude!==null&&n.location.longitude!==null&&V(Cs,{point:vn(n.location.longitude,n.location.latitude),kind:n.location.kind,theme:t}),V(Hs,{id:e})]})]})]}):V(_o,{what:`place`})}function Bs({place:e}){let t=M(()=>{let t=[];for(let n=e.parent;n;n=n.parent)t.push({id:n.id,name:n.name});return t},[e]);return V(`header`,{class:`thing-head`,children:[V(`p`,{class:`kicker`,children:on[e.kind]}),V(`h1`,{children:e.name}),V(`p`,{class:`lies-in`,children:[t.length>0&&`in `,t.map(({id:e,name:t},n)=>V(`span`,{children:[n>0&&`, `,V(`a`,{href:`/location/${e}`,children:t})]},e)),t.length===0&&e.countryCode&&e.kind!==`COUNTRY`&&K(e.countryCode),V(`span`,{class:`aside`,children:Ls(e.latitude,e.longitude)})]}),V(`p`,{class:`tallies`,children:[V(`b`,{children:R(e.eventCount,`event`)}),V(`a`,{class:`plain-button`,href:`/?location=${e.id}`,children:`On the map`}),e.geonamesId&&V(`a`,{class:`plain-button`,href:`https://www.geonames.org/${e.geonamesId}`,rel:`noreferrer`,target:`_blank`,children:[`GeoNames `,e.geonamesId]})]})]})}function Vs({id:e}){let t=Dt(at,{where:{location:{eq:e}},first:10,orderBy:bi.newest},e=>e.events);return V(`section`,{"aria-label":`Events`,children:[V(`h2`,{children:[`What happened here `,V(`small`,{children:t.total})]}),V(zi,{events:t,empty:V(`p`,{class:`aside`,children:`No event happened right here; articles only name it.`})})]})}function Hs({id:e}){let t=Dt(dt,{id:e,first:10,after:null},e=>e.location?.mentions);return V(`section`,{"aria-label":`Mentions`,children:[V(`h2`,{children:[`Where it is named `,V(`small`,{children:t.total})]}),t.failure&&V(X,{failure:t.failure,retry:t.retry}),V(`ul`,{class:`mentions`,children:t.nodes.map(({text:t,context:n,article:r,span:i})=>V(`li`,{children:[t&&n&&V(Us,{text:t,context:n}),V(`a`,{class:`source`,href:`/article/${r.id}#${e}`,children:[r.publisher,r.publishedAt&&B(r.publishedAt)].filter(Boolean).join(`, `)||r.title||`The article`})]},r.id+i.start))}),V(Bi,{more:t.more,shown:t.nodes.length,total:t.total})]})}function Us({text:e,context:t}){let n=(t.length-e.length)/2,r=[...t.matchAll(new RegExp(e.replace(/[.*+?^${}()|[\]\\]/g,`\\$&`),`g`))].map(({index:e})=>e).toSorted((e,t)=>Math.abs(e-n)-Math.abs(t-n))[0]??0;return V(`p`,{children:[Gt(t.slice(0,r),Rs),V(`mark`,{children:e}),Kt(t.slice(r+e.length),Rs)]})}function Ws(e){try{let{protocol:t,href:n}=new URL(e??``);return t===`https:`||t===`http:`?n:void 0}catch{return}}function Gs(e){return new URL(e).hostname.replace(/^www\./,``)}function Ks(e,t){let n=t.filter(t=>t.start<t.end&&t.start>=0&&t.end<=e.length).toSorted((e,t)=>e.start-t.start||e.end-t.end);return qs(e).map(t=>({...t,segments:Js(e,t,n)}))}function qs(e){return[...e.matchAll(/[^\n]*\S[^\n]*/g)].map(e=>({start:e.index,end:e.index+e[0].length}))}function Js(e,t,n){let r=n.filter(e=>e.start<t.end&&e.end>t.start),i=new Set([t.start,t.end]);for(let{start:e,end:n}of r)i.add(Math.max(e,t.start)).add(Math.min(n,t.end));let a=[...i].sort((e,t)=>e-t);return a.slice(0,-1).map((t,n)=>Ys(e,{start:t,end:a[n+1]},r))}function Ys(e,{start:t,end:n},r){let i=r.filter(e=>e.start<n&&e.end>t);i.sort((e,t)=>e.end-e.start-(t.end-t.start));let a=i.filter(e=>e.start===t);return{start:t,end:n,text:e.slice(t,n),highlights:i,beginning:a}}function Xs({text:e,highlights:t,things:n,shown:r,selected:i}){let a=M(()=>t.filter(({layer:e})=>r.has(e)),[t,r]);return V(`div`,{class:`text`,children:M(()=>Ks(e,a),[e,a]).map(e=>V(`div`,{class:`paragraph`,children:[V(Zs,{paragraph:e,things:n,selected:i}),V(`p`,{children:e.segments.map(e=>V(Qs,{segment:e,selected:i},e.start))})]},e.start))})}function Zs({paragraph:e,things:t,selected:n}){let r=e.segments.flatMap(e=>e.beginning.filter(({layer:e})=>e===`event`));return V(`div`,{class:`margin`,children:[...new Set(r.map(({id:e})=>e))].map(e=>{let r=t.get(e)?.type;return r?V(`a`,{class:`type ${W(r)} ${n===e?`lit`:``}`,href:`#${e}`,children:U[r].name},e):null})})}function Qs({segment:e,selected:t}){let{highlights:n,beginning:r,text:i}=e,a=$s(n,t);if(!a)return V(y,{children:i});let o=[...new Set(n.map(({layer:e})=>e))].map(e=>`on-${e}`),s=n.some(({id:e})=>e===t);return V(`a`,{class:[...o,s&&`lit`].filter(Boolean).join(` `),href:`#${a.id}`,"data-things":n.map(({id:e})=>e).join(` `),tabIndex:r.length>0?0:-1,children:i})}function $s(e,t){return e[(e.findIndex(({id:e})=>e===t)+1)%e.length]}function ec({things:e,selected:t,beside:n,shown:r}){return V(`aside`,{class:t?`side open`:`side`,"aria-label":t?ws[t.layer].one:`In this article`,children:t?V(tc,{thing:t,things:e,beside:n}):V(rc,{things:e.filter(({layer:e})=>r.has(e))})})}function tc({thing:e,things:t,beside:n}){let r=t.filter(({layer:t})=>t===e.layer),i=r.indexOf(e),a=e=>r[(i+e+r.length)%r.length]?.id;return V(`div`,{class:`side-card is-${e.layer} ${e.type?W(e.type):``}`,role:`status`,children:[V(`p`,{class:`side-top`,children:[V(`span`,{class:e.type?`type ${W(e.type)}`:`kicker`,children:e.kicker}),e.status&&V(`span`,{class:`stamp ${e.status.toLowerCase()}`,children:e.status}),V(`a`,{class:`close`,href:`#`,"aria-label":`Close`,title:`Close`,children:V(Xt,{name:`close`})})]}),V(`h2`,{children:e.title}),V(`dl`,{children:e.facts.map(({label:e,values:t})=>V(`div`,{children:[V(`dt`,{children:e}),V(`dd`,{children:t.map(({text:e,href:t},n)=>V(`span`,{children:[n>0&&`, `,t?V(`a`,{href:t,children:e}):e]},n))})]},e))}),e.href&&V(`p`,{children:V(`a`,{class:`go`,href:e.href,children:[{event:`All reports of it, side by side`,quote:`All about the speaker`,actor:`All about this actor`,place:`All that happened here`}[e.layer],V(Xt,{name:`arrow`})]})}),n.length>0&&V(`p`,{class:`beside`,children:[`Over the same words:`,` `,n.map((e,t)=>V(`span`,{children:[t>0&&`, `,V(`a`,{href:`#${e.id}`,children:`${ws[e.layer].one.toLowerCase()} ${e.type?e.kicker:e.title}`})]},e.id))]}),V(`p`,{class:`side-foot`,children:r.length>1&&V(y,{children:[V(`a`,{href:`#${a(-1)}`,children:`Previous`}),V(`span`,{class:`aside`,children:[ws[e.layer].one,` `,i+1,` of `,r.length]}),V(`a`,{href:`#${a(1)}`,children:`Next`})]})}),V(nc,{})]})}function nc(){let[e,t]=k(!1),n=j(void 0);return V(`button`,{type:`button`,class:`small`,onClick:()=>{navigator.clipboard.writeText(window.location.href).then(()=>{t(!0),window.clearTimeout(n.current),n.current=window.setTimeout(()=>t(!1),2e3)},()=>window.prompt(`The link to these words:`,window.location.href))},children:e?`Link copied`:`Copy the link to these words`})}function rc({things:e}){return V(`div`,{class:`contents`,children:[V(`h2`,{children:`In this article`}),Ts.map(t=>{let n=e.filter(e=>e.layer===t);return n.length===0?null:V(`section`,{class:`is-${t}`,children:[V(`h3`,{children:[ws[t].many,` `,V(`small`,{children:n.length})]}),V(`ul`,{children:n.map(e=>V(`li`,{children:V(`a`,{href:`#${e.id}`,class:e.type?`${W(e.type)}`:``,children:[t===`event`?V(`b`,{children:e.kicker}):e.title,t===`event`&&V(`span`,{children:e.title})]})},e.id))})]},t)}),e.length===0&&V(`p`,{class:`aside`,children:`Nothing was found in this text.`})]})}function ic({reading:e,hash:t,query:n}){let{text:r,things:i,highlights:a}=e,o=M(()=>new Map(i.map(e=>[e.id,e])),[i]),s=M(()=>ac(n),[n]),c=o.get(t),l=e=>{let t=Ts.filter(t=>s.has(t)===(t===e));Ar(`${t.length?`?hide=${t.join(`,`)}`:window.location.pathname}${window.location.hash}`,{replace:!0})};return A(()=>{c&&document.querySelector(`[data-things~="${CSS.escape(c.id)}"]`)?.scrollIntoView({block:`center`,behavior:sc()?`auto`:`smooth`})},[c?.id,a.length]),A(()=>{let e=e=>e.key===`Escape`&&window.location.hash&&Ar(`#`,{replace:!0});return document.addEventListener(`keydown`,e),()=>document.removeEventListener(`keydown`,e)},[]),V(`div`,{class:`lit-text`,children:[V(`div`,{class:`layers`,role:`group`,"aria-label":`What is highlighted`,children:Ts.map(e=>V(`button`,{type:`button`,class:`layer is-${e}`,"aria-pressed":s.has(e),onClick:()=>l(e),children:[ws[e].many,` `,V(`small`,{children:i.filter(t=>t.layer===e).length})]},e))}),V(Xs,{text:r,highlights:a,things:o,shown:s,selected:c?.id}),V(ec,{things:i,selected:c,beside:oc(e,o,c),shown:s})]})}function ac(e){let t=(new URLSearchParams(e).get(`hide`)??``).split(`,`);return new Set(Ts.filter(e=>!t.includes(e)))}function oc({highlights:e},t,n){let r=e.filter(({id:e})=>e===n?.id),i=e.filter(e=>e.id!==n?.id&&r.some(t=>t.start<e.end&&e.start<t.end));return[...new Set(i.map(({id:e})=>e))].flatMap(e=>t.get(e)??[])}function sc(){return window.matchMedia(`(prefers-reduced-motion: reduce)`).matches}function cc({id:e}){let[t,n]=k();return A(()=>{let t=new AbortController;return fetch(`/v1/articles/${encodeURIComponent(e)}`,{signal:t.signal}).then(({status:e})=>n(e===410),()=>n(!1)),()=>t.abort()},[e]),t===void 0?null:t?V(lc,{}):V(_o,{what:`article`})}function lc(){return q(`Taken out`),V(`main`,{id:`main`,class:`sheet`,tabIndex:-1,children:V(Ei,{title:`This article was taken out`,heading:`h1`,children:V(`p`,{children:[`Its text is no longer kept here, nor is what only it said. Who took it out, when and why is among the `,V(`a`,{href:`/corrections`,children:`latest corrections`}),`.`,` `,V(`a`,{href:`/`,children:`All events`})]})})})}function uc({id:e,hash:t,query:n}){let{data:r,failure:i,retry:a}=I(We,{id:e}),o=dc(e,r?.article?.text??``);return q(r?.article?.title??`Article`),i||!r?V(qo,{what:`the article`,failure:i,retry:a}):r.article?V(`main`,{id:`main`,class:`sheet reader`,tabIndex:-1,"aria-busy":!o.done,children:[V(pc,{article:r.article}),o.failure&&V(X,{failure:o.failure}),r.article.text===null?V(Ei,{title:`The text is not served here`,children:V(`p`,{children:[`Who runs this server has chosen so. The events that it tells of are in the list of `,V(`a`,{href:`/`,children:`all events`}),`.`]})}):V(ic,{reading:o.reading,hash:t,query:n})]}):V(cc,{id:e})}function dc(e,t){let n=kt(Ge,{id:e},e=>e.article?.events),r=kt(Ke,{id:e},e=>e.article?.quotes),i=kt(qe,{id:e},e=>e.article?.actors),a=kt(Je,{id:e},e=>e.article?.locations),o=M(()=>({text:t,things:[...n.nodes.map(t=>Ns(t,e)),...r.nodes.map(Ps),...i.nodes.map(Fs),...a.nodes.map(Is)],highlights:[...n.nodes.flatMap(t=>ks(e,t)),...r.nodes.flatMap(t=>As(e,t)),...i.nodes.flatMap(t=>js(e,t)),...a.nodes.flatMap(t=>Ms(e,t))]}),[e,t,n.nodes,r.nodes,i.nodes,a.nodes]),s=[n,r,i,a];return{reading:o,done:s.every(({done:e})=>e),failure:s.find(e=>e.failure)?.failure}}function fc({written:e}){let t=Ws(e);return t?V(`a`,{href:t,rel:`noreferrer nofollow license`,target:`_blank`,children:[`Licence: `,Gs(t)]}):V(`span`,{children:e})}function pc({article:e}){let t=Ws(e.url);return V(`header`,{class:`article-head`,children:[V(`p`,{class:`kicker`,children:e.publisher??`Publisher not known`}),V(`h1`,{children:e.title??`Without a title`}),V(`p`,{class:`byline`,children:[e.byline&&V(`span`,{children:e.byline}),e.publishedAt&&V(`time`,{dateTime:e.publishedAt,children:B(e.publishedAt)}),t?V(`a`,{href:t,rel:`noreferrer nofollow`,target:`_blank`,children:Gs(t)}):e.url&&V(`span`,{class:`aside`,children:e.url}),e.licence&&V(fc,{written:e.licence})]})]})}function mc(e,t){let n=[...new Set(t.flatMap(e=>[e.start,e.end]))].sort((e,t)=>e-t),r=new Map,i=0,a=0;for(let t of n){for(;a<t&&i<e.length;)i+=hc(e,i)?2:1,a+=1;r.set(t,i)}return t.map(e=>({start:r.get(e.start)??0,end:r.get(e.end)??0}))}function hc(e,t){let n=e.charCodeAt(t),r=e.charCodeAt(t+1);return n>=55296&&n<=56319&&r>=56320&&r<=57343}function gc(e,t){let n=[...e],r=([e,t])=>n.slice(e,t).join(``).replace(/\s+/g,` `).trim(),i=[...t.events.map((e,t)=>({thing:yc(e,t,r(e.evidence)),spans:[e.evidence]})),...t.quotes.map((e,t)=>({thing:bc(e,t),spans:e.spans})),...vc(`actor`,t.actors,xc),...vc(`place`,t.locations,Sc)];return{text:e,things:i.map(({thing:e})=>e),highlights:_c(e,i.flatMap(({thing:e,spans:t})=>t.map(([t,n])=>({id:e.id,layer:e.layer,start:t,end:n}))))}}function _c(e,t){let n=mc(e,t);return t.map((e,t)=>({...e,...n[t]}))}function vc(e,t,n){return[...new Set(t.map(({name:e})=>e))].map((r,i)=>{let a=t.filter(e=>e.name===r);return{thing:n(`${e}-${i+1}`,a[0]),spans:a.map(({start:e,end:t})=>[e,t])}})}function yc(e,t,n){let{location:r,killed:i,injured:a}=e;return{id:`event-${t+1}`,layer:`event`,kicker:[U[e.type].name,e.mode].filter(Boolean).join(` · `),title:n,type:e.type,status:e.status===`REPORTED`?void 0:G[e.status].name,facts:[...Q(`When`,$(Lt(e.when),e.when.basis)),...Q(`As written`,e.when.text),...Q(`Where`,r&&$(Di({name:r.name,countryCode:r.country_code}),r.basis)),...Q(`Killed`,i&&$(`${Ht(i)} (“${i.text}”)`,i.basis)),...Q(`Injured`,a&&$(`${Ht(a)} (“${a.text}”)`,a.basis)),...Es(e.victims),...Ds(e.participants),...Q(`According to`,$(e.said_by,e.said_by_basis))]}}function bc(e,t){return{id:`quote-${t+1}`,layer:`quote`,kicker:{DIRECT:`Direct quote`,INDIRECT:`Reported speech`,MIXED:`Speech with quoted words`}[e.kind],title:e.speaker?.name??`Nobody in particular`,facts:[...Q(`Words`,e.text),...Q(`Said in or to`,e.medium)]}}function xc(e,t){return{id:e,layer:`actor`,kicker:[an[t.kind],sn[t.sector]].filter(Boolean).join(` · `),title:t.name,facts:[...Q(`Office`,t.office),...Q(`Country`,t.country_code&&K(t.country_code))]}}function Sc(e,t){return{id:e,layer:`place`,kicker:on[t.kind],title:Di({name:t.name,countryCode:t.country_code}),facts:[...Q(`At`,Ls(t.latitude,t.longitude)),...Q(`Why this one`,t.reason),...Q(`How sure`,`${Math.round(t.score*100)} of 100`)]}}var Cc={day:`2025-09-17`,text:`GOMA, Congo — At least six people were killed and 14 injured when shells struck a bus station in the eastern Congolese city of Goma on Tuesday, the provincial governor said.

“People were waiting for the last bus home,” Governor Solange Mukendi told reporters outside the hospital. She said that the number of dead could rise.

The army blamed the rebel Kivu Defense Movement for the shelling. A spokesman for the rebels, Pascal Rwemera, denied it, saying the shells had come “from the army's own guns on the hill.”

Kenya's foreign minister, Wanjala Kiprotich, urged both sides to return to the talks in Nairobi, which are to resume on 29 September. The United Nations sent two trucks of medical supplies from Bukavu on Wednesday, and about 300 people marched through Goma to demand that the road to the airport be reopened.`},wc=1e5;function Tc({hash:e,query:t}){let[n,r]=k(``),[i,a]=k(Wt),[o,s]=k(),[c,l]=k(),u=j(void 0),[d,f]=k(!1);q(`Try it`);let p=async(e,t)=>{u.current?.abort();let n=new AbortController;u.current=n,l(void 0),f(!0);try{let r=JSON.stringify({text:e,...t&&{publishedAt:t}});s(gc(e,await ht(`/v1/analyze`,r,n.signal))),Ar(`#`,{replace:!0})}catch(e){if(_t(e))return;l(e instanceof P?e:new P(`The answer could not be read.`,`Try again.`))}f(!1)};return V(`main`,{id:`main`,class:o?`sheet reader try has-reading`:`sheet reader try`,tabIndex:-1,"aria-busy":d,children:[V(`header`,{class:`article-head`,children:[V(`h1`,{children:`Try it on an article`}),V(`p`,{class:`byline`,children:`Paste English news text. It is read on this server and forgotten; nothing is stored.`})]}),V(`form`,{class:`paste`,onSubmit:e=>{e.preventDefault(),n.trim()&&p(n,i)},children:[V(`label`,{children:[V(`span`,{children:`Text`}),V(`textarea`,{rows:o?5:12,required:!0,maxLength:wc,value:n,onInput:e=>r(e.currentTarget.value)})]}),V(`div`,{class:`paste-foot`,children:[V(`label`,{children:[V(`span`,{children:`Published on`}),V(`input`,{type:`date`,value:i,onChange:e=>a(e.currentTarget.value)})]}),V(`button`,{type:`submit`,class:`primary`,disabled:d||!n.trim(),children:d?`Reading …`:`Read it`}),V(`button`,{type:`button`,onClick:()=>{r(Cc.text),a(Cc.day),p(Cc.text,Cc.day)},children:`Use an example`}),V(`span`,{class:`aside`,children:n.length>wc*.8?`${R(wc-n.length,`character`)} left`:`“Tuesday” is counted from that day.`})]})]}),c&&V(X,{failure:c,retry:()=>void p(n,i)}),d&&!o&&V(Y,{what:`the model, which takes a few seconds the first time`,lines:6}),o&&V(ic,{reading:o,hash:e,query:t})]})}var Ec=[`ACTOR`,`LOCATION`,`PUBLISHER`];function Dc({address:e}){let t=e.path===`/search`?new URLSearchParams(e.query).get(`q`)??``:``,[n,r]=k(t),[i,a]=k(!1),[o,s]=k(0),c=je();A(()=>r(t),[t]);let l=n.trim(),{data:u}=I(ct,i&&l?{text:l.slice(0,100),kinds:[...Ec],first:8}:void 0),d=i&&l?Pa(l,u?.suggestions??[]):[],f=Math.min(o,d.length-1),p=e=>{a(!1),Ar(e)};return V(`form`,{class:`search`,role:`search`,onSubmit:e=>{e.preventDefault(),l&&p(d[f]?.address??`/search?${new URLSearchParams({q:l})}`)},children:[V(Xt,{name:`search`}),V(`input`,{type:`search`,role:`combobox`,"aria-label":`Search everything`,"aria-expanded":d.length>0,"aria-controls":c,"aria-autocomplete":`list`,"aria-activedescendant":d.length>0?`${c}-${f}`:void 0,autocomplete:`off`,list:void 0,placeholder:`Search events, people, places, quotes`,maxLength:500,value:n,onKeyDown:e=>{let t={ArrowDown:1,ArrowUp:-1}[e.key];t&&d.length>0?(e.preventDefault(),s((f+t+d.length)%d.length)):e.key===`Escape`&&d.length>0&&(e.preventDefault(),a(!1))},onBlur:()=>a(!1),onInput:e=>{r(e.currentTarget.value),a(!0),s(0)}}),V(`ul`,{id:c,class:`suggestions`,role:`listbox`,"aria-label":`Suggestions`,hidden:d.length===0,children:d.map(({address:e,name:t,note:n},r)=>V(`li`,{id:`${c}-${r}`,role:`option`,"aria-selected":r===f,onMouseDown:e=>e.preventDefault(),onMouseMove:()=>s(r),onClick:()=>p(e),children:[V(`span`,{children:t}),V(`span`,{class:`aside`,children:n})]},e))})]})}function Oc({address:e,theme:t,toggleTheme:n}){let{view:r}=Or(e.path),i=e=>r===e?`page`:void 0;return V(`header`,{class:`masthead`,children:[V(`a`,{class:`wordmark`,href:`/`,"aria-label":`Dateline: all events`,children:[`Date`,V(`span`,{children:`line`})]}),V(Dc,{address:e}),V(`nav`,{"aria-label":`Pages`,children:[V(`a`,{href:`/`,"aria-current":i(`explore`),children:`Events`}),V(Sa,{label:`Browse`,active:r===`browse`,children:t=>V(`ul`,{class:`choices`,children:[Object.entries(Dr).map(([n,r])=>V(`li`,{children:V(`a`,{href:n,onClick:t,"aria-current":e.path===n?`page`:void 0,children:r})},n)),V(`li`,{children:V(`a`,{href:`/corrections`,onClick:t,children:`Latest corrections`})}),V(`li`,{children:V(`a`,{href:`/graphql`,children:`GraphQL: the explorer`})}),V(`li`,{children:V(`a`,{href:`/v1`,children:`REST: the guide`})})]})}),V(`a`,{href:`/try`,"aria-current":i(`try`),children:`Try it`}),V(`a`,{href:`/graphql`,children:`GraphQL`}),V(`a`,{href:`/v1`,children:`REST`})]}),V(`button`,{type:`button`,class:`theme`,onClick:n,"aria-label":t===`dark`?`Use light colours`:`Use dark colours`,children:V(Xt,{name:t===`dark`?`sun`:`moon`})})]})}var kc=5,Ac=30;function jc({query:e}){let t=new URLSearchParams(e),n=t.get(`q`)?.trim()??``,r=t.get(`more`)?Ac:kc,{data:i,failure:a,retry:o,waiting:s}=I(ft,n?{search:n,first:r}:void 0);return q(n?`Search: ${n}`:`Search`),V(`main`,{id:`main`,class:`sheet search-page`,tabIndex:-1,"aria-busy":s,children:[V(`h1`,{children:n?V(y,{children:[`Search for `,V(`mark`,{children:n})]}):`Search`}),V(`p`,{class:`aside`,children:`All words must be there; words in quotation marks side by side. Case, accents and English endings make no difference.`}),a&&V(X,{failure:a,retry:o}),!a&&n&&!i&&V(Y,{what:`what fits`,lines:8}),!a&&i&&V(Mc,{data:i,search:n,few:r===kc})]})}function Mc({data:e,search:t,few:n}){let{events:r,actors:i,locations:a,quotes:o,articles:s}=e;if([r,i,a,o,s].reduce((e,{totalCount:t})=>e+t,0)===0)return V(Ei,{title:`Nothing fits`,children:V(`p`,{children:[`Try fewer words, or a part of the name. What was read so far is at `,V(`a`,{href:`/`,children:`all events`}),`.`]})});let c=Math.max(r.totalCount,i.totalCount,a.totalCount,o.totalCount,s.totalCount)>kc;return V(y,{children:[V(`div`,{class:`columns`,children:[V(`div`,{children:[V(Nc,{title:`Events`,noun:`event`,total:r.totalCount,children:V(`div`,{class:`cards`,children:r.nodes.map(e=>V(ki,{event:e},e.id))})}),V(Nc,{title:`Quotes`,noun:`quote`,total:o.totalCount,children:o.nodes.map(e=>V(es,{quote:e},e.id))})]}),V(`div`,{children:[V(Nc,{title:`People and bodies`,noun:`actor`,total:i.totalCount,children:V(`ul`,{class:`rows`,children:i.nodes.map(e=>V(`li`,{children:[V(`a`,{href:`/actor/${e.id}`,children:e.name}),V(`span`,{class:`aside`,children:[an[e.kind],sn[e.sector],e.countryCode&&K(e.countryCode)].filter(Boolean).join(` · `)}),V(`span`,{class:`aside`,children:[R(e.eventCount,`event`),`, `,R(e.quoteCount,`quote`)]})]},e.id))})}),V(Nc,{title:`Places`,noun:`place`,total:a.totalCount,children:V(`ul`,{class:`rows`,children:a.nodes.map(e=>V(`li`,{children:[V(`a`,{href:`/location/${e.id}`,children:Di(e)}),V(`span`,{class:`aside`,children:on[e.kind]}),V(`span`,{class:`aside`,children:R(e.eventCount,`event`)})]},e.id))})}),V(Nc,{title:`Articles`,noun:`article`,total:s.totalCount,children:V(`ul`,{class:`rows`,children:s.nodes.map(e=>V(`li`,{children:[V(`a`,{href:`/article/${e.id}`,children:e.title??`Without a title`}),V(`span`,{class:`aside`,children:[e.publisher,e.publishedAt&&B(e.publishedAt)].filter(Boolean).join(`, `)})]},e.id))})})]})]}),n&&c&&V(`p`,{class:`more`,children:V(`button`,{type:`button`,onClick:()=>Ar(`/search?${new URLSearchParams({q:t,more:`1`})}`,{replace:!0}),children:[`Show up to `,Ac,` of each`]})})]})}function Nc({title:e,noun:t,total:n,children:r}){return n===0?null:V(`section`,{class:`kind ${t}`,"aria-label":e,children:[V(`h2`,{children:[e,` `,V(`small`,{children:L(n)})]}),r]})}var Pc=`dateline:theme`,Fc=window.matchMedia(`(prefers-color-scheme: dark)`);function Ic(){let[e,t]=k(Lc),[n,r]=k(Fc.matches?`dark`:`light`);A(()=>{let e=()=>r(Fc.matches?`dark`:`light`);return Fc.addEventListener(`change`,e),()=>Fc.removeEventListener(`change`,e)},[]);let i=e??n;return document.documentElement.dataset.theme=i,[i,()=>{let e=i===`dark`?`light`:`dark`;t(e),Rc(e)}]}function Lc(){try{let e=window.localStorage.getItem(Pc);return e===`light`||e===`dark`?e:void 0}catch{return}}function Rc(e){try{window.localStorage.setItem(Pc,e)}catch{}}function zc(){let e=Mr(),[t,n]=Ic(),r=Or(e.path);return V(y,{children:[V(`a`,{class:`skip`,href:`#main`,onClick:Bc,children:`Skip to the content`}),V(Oc,{address:e,theme:t,toggleTheme:n}),V(Vc,{route:r,address:e,theme:t}),V(`footer`,{class:`colophon`,children:V(`p`,{children:[`Read by machine from news articles; every fact leads to the words that say it. Map: `,V(`a`,{href:`https://www.naturalearthdata.com/`,rel:`noreferrer`,children:`Natural Earth`}),`, public domain. Places: `,V(`a`,{href:`https://www.geonames.org/`,rel:`noreferrer`,children:`GeoNames`}),`.`]})})]})}function Bc(e){e.preventDefault(),document.querySelector(`main`)?.focus()}function Vc({route:e,address:t,theme:n}){switch(e.view){case`explore`:return V(uo,{query:t.query,theme:n});case`event`:return V(gs,{id:e.id},e.id);case`article`:return V(uc,{id:e.id,hash:t.hash,query:t.query},e.id);case`actor`:return V(ts,{id:e.id},e.id);case`location`:return V(zs,{id:e.id,theme:n},e.id);case`search`:return V(jc,{query:t.query});case`browse`:return V(Mo,{path:e.list,query:t.query},e.list);case`corrections`:return V(Go,{});case`try`:return V(Tc,{hash:t.hash,query:t.query});default:return V(_o,{what:`page`})}}var Hc=document.getElementById(`page`);Hc&&(Hc.textContent=``,he(V(zc,{}),Hc));
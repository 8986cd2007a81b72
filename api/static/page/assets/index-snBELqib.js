var e,t,n,r,i,a,o,s,c,l,u=Symbol.for(`pv`),d={},f=[],p=/^m(i|n|o|s|text|space)$/,m=Array.isArray,h=f.slice,g=Object.assign;function _(e){e&&e.parentNode&&e.remove()}function v(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:u,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function y(e){return e.children}function b(e,t){this.props=e,this.context=t,this.__g=0}function ee(e,t){if(t==null)return e.__&&ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ee(e)}function x(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=g({constructor:u},r)).__v=r.__v+1,e.vnode&&e.vnode(n),se(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||ee(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,ue(a,n,o),r.__=r.__e=null,n.__e!=i&&S(n))}function S(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),S(e)}function te(t){(8&t.__g||(t.__g|=8,n.push(t),i++))&&r==e.debounceRendering||((r=e.debounceRendering)||queueMicrotask)(C)}function C(){try{for(var e,t=1;n.length;)n.length>t&&n.sort(a),e=n.shift(),t=n.length,8&e.__g&&x(e)}finally{(i=n.length)&&(r||queueMicrotask)(C)}}function ne(e,t,n,r,i,a,o,s,c,l,u){var p,m,h,g,_,v,y=r.__k||f,b=t.length;for(c=w(n,t,y,c,b),p=0;p<b;p++)(h=n.__k[p])!=null&&(m=~h.__i&&y[h.__i]||d,h.__i=p,v=se(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&fe(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=T(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function w(e,t,n,r,i){var a,o,s,c,l,d,f,p,h,g=n.length,_=g,b=0,x=0,S=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=S[a]=v(null,o):m(o)?o=S[a]=v(y,{children:o}):o.constructor===u&&o.__b?o=S[a]=v(o.type,o.props,o.key,o.ref,o.__v):S[a]=o,c=a+b,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=re(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?b--:l==c+1?b++:l!=c&&(l>c?b--:b++,x=1)):(~l||(i>g?b--:i<g&&b++),typeof o.type!=`function`&&(o.__u|=4))):S[a]=null;if(x){for(d=[],f=[],a=0;a<i;a++)if((o=S[a])&&16&o.__u){for(b=0,p=d.length;b<p;)d[h=b+p>>1]<o.__i?b=h+1:p=h;d[b]=o.__i,f[a]=b+1}for(b=d.length;a--;)f[a]&&(f[a]==b?b--:S[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ee(s)),pe(s,s));return r}function T(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=T(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ee(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function re(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ie(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function ae(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ie(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ie(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=l[t]||(l[t]=oe(t)),(e.__a||={})[t]=c,a=t!=(t=t.replace(s,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function oe(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[o]==null)n[o]=c++;else if(n[o]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function se(t,n,r,i,a,o,s,c,l,d){var p,h,v,x,S,te,C,w,T,re,ie,ae,oe,se,ue,fe,he,E,D=n.type;if(n.constructor!==u)return null;128&r.__u&&(l=32&r.__u,p=r.__c.__z)&&(n.__u|=l,h=o=[],p.nodeType==8?c=ce(p,o):o.push(p),c=o[0]||c),(p=e.__b)&&p(n);n:if(typeof D==`function`){v=s.length;try{if(w=n.props,T=(p=D.prototype)&&p.render,re=(p=D.contextType)&&i[p.__c],ie=p?re?re.props.value:p.__:i,(x=r.__c)?(n.__c=x,2&x.__g&&(x.__g|=1)):(T?n.__c=x=new D(w,ie):(n.__c=x=new b(w,ie),x.constructor=D,x.render=me),re&&re.sub(x),x.state||(x.state={}),x.__n=i,x.__g|=8,x.__h=[],x.__k=[]),T&&(x.__s||(x.__s=x.state),D.getDerivedStateFromProps&&(x.__s==x.state&&(x.__s=g({},x.__s)),g(x.__s,D.getDerivedStateFromProps(w,x.__s)))),S=x.props,te=x.state,x.__v=n,r.__c){if(w!==S&&T&&!D.getDerivedStateFromProps&&x.componentWillReceiveProps&&x.componentWillReceiveProps(w,ie),n.__v==r.__v&&!(8&x.__g)||!(4&x.__g)&&x.shouldComponentUpdate&&!1===x.shouldComponentUpdate(w,x.__s,ie)){n.__v!=r.__v&&(x.props=w,x.state=x.__s,x.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),f.push.apply(x.__h,x.__k),x.__k=[],x.__h.length&&s.push(x),c=ee(r);break n}x.componentWillUpdate&&x.componentWillUpdate(w,x.__s,ie),T&&x.componentDidUpdate&&x.__h.push(function(){x.componentDidUpdate(S,te,C)})}else T&&!D.getDerivedStateFromProps&&x.componentWillMount&&x.componentWillMount(),T&&x.componentDidMount&&x.__h.push(x.componentDidMount);x.context=ie,x.props=w,x.__P=t,x.__g&=-5,ae=e.__r,oe=T?25:0;do x.__g&=-9,ae&&ae(n),p=x.render(x.props,x.state=x.__s,x.context);while(8&x.__g&&++oe<25);T&&(f.push.apply(x.__h,x.__k),x.__k=[]),x.state=x.__s,x.getChildContext&&(i=g({},i,x.getChildContext())),T&&r.__c&&x.getSnapshotBeforeUpdate&&(C=x.getSnapshotBeforeUpdate(S,te)),se=p&&p.type===y&&p.key==null?p.props.children:p,w.__P&&(p=c,a=(t=w.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&pe(e,e)}),r.__k=null),c=r.__k?ee(r,0):null),c=ne(t,m(se)?se:[se],n,r,i,a,o,s,c,l,d),w.__P&&(n.__e=null,c=p),n.__u&=-161,h&&h.some(_),x.__h.length&&s.push(x),1&x.__g&&(x.__g&=-4)}catch(t){if(s.length=v,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(he=o.indexOf(c||void 0))||(he=o.length);(E=o[he-1])&&E.nodeType==8;)he--;for(;he<o.length;he++)if(E=o[he]){if(o[he]=null,ue){if(E==fe)break}else{if(E.nodeType!=8)break;E.data.startsWith(`$s`)&&(fe=ce(ue=E))}}}if(!ue){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ue=c}(p=ce(ue=n.__c.__z||(n.__c.__z=ue)))?(n.__e=ue,c=p):n.__e=c,c&&=c.nextSibling}else o&&o.some(_)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||le(n),e.__e(t,n,r)}}else c=n.__e=de(r.__e,n,r,i,a,o,s,l,d,t);return(p=e.diffed)&&p(n),c}function ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function le(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(le))}function ue(t,n,r){for(var i=0;i<r.length;)fe(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function de(t,n,r,i,a,o,s,c,l,u){var f,g,v,y,b,x,S,te,C=r.props||d,w=n.props,T=n.type;if(T==`svg`?a=`http://www.w3.org/2000/svg`:T==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(f=0;f<o.length;f++)if((b=o[f])&&(T?b.localName==T:b.nodeType==3)){t=b,o[f]=null;break}}if(!t){if(te=u.ownerDocument||document,!T)return te.createTextNode(w);t=te.createElementNS(a,T,w.is?w:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(T){if(u=T==`template`&&t.content||t,o=T==`textarea`&&w.defaultValue!=null?null:o&&h.call(u.childNodes),!c&&o)for(C={},f=0;f<t.attributes.length;f++)C[(b=t.attributes[f]).name]=b.value;for(f in C)b=C[f],f==`dangerouslySetInnerHTML`?v=b:f==`children`||f in w||f==`value`&&`defaultValue`in w||f==`checked`&&`defaultChecked`in w||ae(t,f,null,b,a);for(f in w)b=w[f],f==`children`?y=b:f==`dangerouslySetInnerHTML`?g=b:f==`value`?x=b:f==`checked`?S=b:c&&typeof b!=`function`||C[f]===b||ae(t,f,b,C[f],a);g?(c||v&&(g.__html==v.__html||g.__html==t.innerHTML)||(t.innerHTML=g.__html),n.__k=[]):(v&&(t.textContent=``),(T==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&p.test(T))&&(a=`http://www.w3.org/1999/xhtml`),ne(u,m(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&ee(r,0),c,l),o&&o.some(_)),c&&T!=`textarea`||(f=`value`,T==`progress`&&x==null?t.removeAttribute(f):x==null||x===t[f]&&(T!=`progress`||x)||ae(t,f,x,C[f],a),f=`checked`,S!=null&&S!=t[f]&&ae(t,f,S,C[f],a))}else C===w||c&&t.data==w||(t.data=w);return t}function fe(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function pe(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||fe(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&pe(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=ce(i,o=[]))&&(i==t.__e&&o.some(_),_(a),_(i)),r||_(t.__e),t.__e=t.__c=t.__=null}function me(e,t,n){return this.constructor(e,n)}function he(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=v(y,{children:[t]}),a=[],o=[],se(n,n.__k,i||d,d,n.namespaceURI,i?null:n.firstChild?h.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),ue(a,n.__k,o),n.__k.props.children=null}e={__e:function(e,t,n,r){for(var a,o,s;t=t.__;)if((a=t.__c)&&!(1&a.__g)){a.__g|=4;try{if((s=(o=a.constructor)&&o.getDerivedStateFromError)&&a.setState(o.getDerivedStateFromError(e)),a.componentDidCatch&&(a.componentDidCatch(e,r||{}),s=1),s&&8&a.__g)return void(a.__g|=2)}catch(t){e=t}}throw i=0,e}},t=0,b.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=g({},this.state)),typeof e==`function`&&(e=e(g({},n),this.props)),e&&(g(n,e),this.__v&&(t&&this.__k.push(t),te(this)))},b.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),te(this))},b.prototype.render=y,n=[],i=0,a=function(e,t){return e.__v.__b-t.__v.__b},o=Symbol(),s=/(PointerCapture)$|Capture$/i,c=0,l={};var E,D,ge,_e,ve=Object.is,ye=0,be=[],xe=[],O=e,Se=O.__b,Ce=O.__r,we=O.diffed,Te=O.__c,Ee=O.unmount,De=O.__;function Oe(e,t){O.__h&&O.__h(D,e,ye||t),ye=0;var n=D.__H||(D.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function k(e){return ye=1,ke(ze,e)}function ke(e,t,n){var r=Oe(E++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):ze(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);ve(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=D,!D.__f)){D.__f=!0;var i=D.shouldComponentUpdate;D.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,ve(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function A(e,t){var n=Oe(E++,3);!O.__s&&Re(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,D.__H.__h.push(n))}function Ae(e,t){var n=Oe(E++,4);!O.__s&&Re(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,D.__h.push(n))}function j(e){return ye=5,M(function(){return{current:e}},[])}function M(e,t){var n=Oe(E++,7);return Re(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function je(){var e=Oe(E++,11);if(!e.__){for(var t=D.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Me(){var e;do{for(;e=xe.shift();)try{Ie(e)}catch(t){O.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=be.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Ie),t.__h.some(Le),t.__h=[]}catch(n){t.__h=[],O.__e(n,e.__v)}}}while(xe.length)}O.__b=function(e){D=null,Se&&Se(e)},O.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),De&&De(e,t)},O.__r=function(e){Ce&&Ce(e),E=0;var t=(D=e.__c).__H;t&&(ge==D?D.__h=[]:(t.__h.some(Ie),t.__h.some(Le),E=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),ge=D},O.diffed=function(e){we&&we(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Fe(be.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),ge=D=null},O.__c=function(e,t){t.some(function(e){try{e.__h.some(Ie),e.__h=e.__h.filter(function(e){return!e.__||Le(e)})}catch(t){e.__h=[function(){throw t}]}}),Te&&Te(e,t)},O.unmount=function(e){Ee&&Ee(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Fe(xe.push(r))}else Ie(r)}catch(e){t=e}}),r.__H=void 0,t&&O.__e(t,r.__v))};var Ne=typeof requestAnimationFrame==`function`;function Pe(e){var t,n=function(){clearTimeout(r),Ne&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Ne&&(t=requestAnimationFrame(n))}function Fe(e){e!=1&&_e==O.requestAnimationFrame||((_e=O.requestAnimationFrame)||Pe)(Me)}function Ie(e){var t=D,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),D=t}function Le(e){var t=D;e.__c=e.__(),D=t}function Re(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!ve(t,e[n])})}function ze(e,t){return typeof t==`function`?t(e):t}var Be=`dateline:model`,Ve=`MODEL`,He=Ge();function Ue(){return He}function We(e){He=e;try{window.localStorage.setItem(Be,e?`hidden`:`shown`)}catch{}}function Ge(){try{return window.localStorage.getItem(Be)===`hidden`}catch{return!1}}function Ke(e,t){if(!e.includes(`$where: EventWhere`))return t;let{where:n,by:r=[]}=t,i=[{basis:{eq:`STATED`}},...[...r.some(e=>e===`LOCATION`||e===`COUNTRY`)?[`locationBasis`]:[],...r.some(e=>e===`DAY`||e===`MONTH`||e===`YEAR`)?[`whenBasis`]:[]].map(e=>({NOT:{[e]:{eq:Ve}}}))];return{...t,where:{...n,AND:[...n?.AND??[],...i]}}}function qe(e){if(Array.isArray(e))return e.filter(e=>Xe(e)!==Ve).map(qe);if(typeof e!=`object`||!e)return e;let t=e,n=Object.fromEntries(Object.entries(t).map(([e,t])=>[e,Ye(e)&&Xe(t)===Ve?Ze(t):qe(t)]));for(let[e,r]of Object.entries(Je))if(t[e]===Ve)for(let t of[e,...r].filter(e=>e in n))n[t]=null;return(`basis`in n||`speakerBasis`in n)&&`model`in n&&(n.model=null),n}var Je={locationBasis:[`location`],saidByBasis:[`saidBy`],speakerBasis:[`speaker`,`speakerAsWritten`]};function Ye(e){return[`when`,`killed`,`injured`,`count`].includes(e)}function Xe(e){return typeof e==`object`&&e?e.basis:void 0}function Ze(e){return`earliest`in e?{text:null,earliest:null,latest:null,precision:`UNKNOWN`,basis:null}:null}var N=class extends Error{hint;constructor(e,t){super(e),this.hint=t}},Qe=`Check that the server still runs, then try again.`;async function $e(e,t,n,r,i=!1){let a=Ue()&&!i,o=a?Ke(e.toString(),t):t,s=await et(`/graphql`,JSON.stringify({query:rt(e.toString()),variables:o}),n,r),c=s.errors?.[0];if(c||!s.data)throw new N(c?.message??`The answer holds no data.`,c?.extensions?.hint??Qe);return a?qe(s.data):s.data}async function et(e,t,n,r){let i={Accept:`application/json`,"Content-Type":`application/json`,...r&&{Authorization:`Bearer ${r}`}},a;try{a=await fetch(e,{method:`POST`,headers:i,body:t,signal:n??null})}catch(e){throw nt(e)?e:new N(`The server cannot be reached.`,Qe)}return tt(a)}async function tt(e){let t=await e.text();try{let n=JSON.parse(t);if(!e.ok&&n.detail)throw new N(n.detail,n.hint??Qe);return n}catch(t){throw t instanceof N?t:new N(`The server answered ${e.status} ${e.statusText}.`,Qe)}}function nt(e){return e instanceof DOMException&&e.name===`AbortError`}function rt(e){return e.replace(/\s+/g,` `).trim()}var it=80,at=new Map;function P(e,t){let n=t===void 0?void 0:`${e}${JSON.stringify(t)}`,[,r]=k(0),[i,a]=k(0),o=j({});n!==void 0&&at.has(n)&&o.current.key!==n&&(o.current={key:n,data:st(n)}),A(()=>{if(n===void 0||at.has(n)&&o.current.key===n&&!o.current.failure)return;let i=new AbortController,a=e=>{o.current={key:n,data:o.current.data,...e},r(e=>e+1)};return $e(e,t,i.signal).then(e=>{ct(n,e),a({data:e})},e=>{nt(e)||a({failure:e instanceof N?e:new N(String(e),`Load the page again.`)})}),()=>i.abort()},[n,i]);let{data:s,failure:c}=o.current,l=o.current.key===n;return{data:s,failure:l?c:void 0,waiting:n!==void 0&&!l,retry:()=>a(e=>e+1)}}function ot(){at.clear()}function st(e){let t=at.get(e);return at.delete(e),at.set(e,t),t}function ct(e,t){at.set(e,t);for(let e of at.keys()){if(at.size<=it)break;at.delete(e)}}var lt=40,ut=new Map;function dt(){ut.clear()}function ft(e,t){ut.delete(e),ut.set(e,t);for(let e of ut.keys()){if(ut.size<=lt)break;ut.delete(e)}}function pt(e,t,n){let r=P(e,t),i=JSON.stringify(t),a=`${e}${i}`,[o,s]=k({key:i,pages:ut.get(a)??[]}),[c,l]=k(),u=j(!1);A(()=>l(void 0),[i]);let d=r.data&&n(r.data),f=o.key===i?o.pages:ut.get(a)??[],p=d?[d,...f]:[],{hasNextPage:m,endCursor:h}=p.at(-1)?.pageInfo??{hasNextPage:!1,endCursor:null},g=()=>{u.current||(u.current=!0,$e(e,{...t,after:h}).then(e=>{let t=n(e);l(void 0);let r=[...f,...t?[t]:[]];ft(a,r),s({key:i,pages:r})},e=>l(e instanceof N?e:new N(String(e),`Try again.`))).finally(()=>{u.current=!1}))};return{nodes:p.flatMap(e=>e.nodes),total:d?.totalCount,failure:r.failure??c,waiting:r.waiting,more:m&&!r.waiting?g:void 0,retry:r.failure?r.retry:g}}var mt=40;function ht(e,t,n){let[r,i]=k({nodes:[],done:!1});return A(()=>{let r=new AbortController;async function a(){let a=[],o=null;for(let s=0;s<mt;s+=1){let s=n(await $e(e,{...t,after:o},r.signal));if(a=[...a,...s?.nodes??[]],o=s?.pageInfo.hasNextPage?s.pageInfo.endCursor:null,i({nodes:a,done:o===null}),o===null)return}}return a().catch(e=>{if(!r.signal.aborted){let t=e instanceof N?e:new N(String(e),`Load the page again.`);i(e=>({...e,failure:t}))}}),()=>r.abort()},[e,JSON.stringify(t)]),{failure:void 0,...r}}var F=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new F(`
    fragment Saying on Quote {
  id
  text
  kind
  cue
  medium
  speakerAsWritten
  speakerBasis
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
    `,{fragmentName:`Saying`}),new F(`
    fragment Words on Evidence {
  article {
    id
  }
  span {
    startUtf16
    endUtf16
  }
}
    `,{fragmentName:`Words`}),new F(`
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
    `,{fragmentName:`Judged`}),new F(`
    fragment WhenParts on When {
  text
  earliest
  latest
  precision
  basis
}
    `,{fragmentName:`WhenParts`}),new F(`
    fragment Place on Location {
  id
  name
  kind
  countryCode
  latitude
  longitude
}
    `,{fragmentName:`Place`}),new F(`
    fragment CountParts on Count {
  text
  low
  best
  high
  basis
}
    `,{fragmentName:`CountParts`}),new F(`
    fragment Card on Event {
  id
  type
  mode
  status
  summary
  basis
  model
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
}`,{fragmentName:`Card`});var gt=new F(`
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
    `),_t=new F(`
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
  speakerBasis
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
}`),vt=new F(`
    query Company($where: EventWhere) {
  eventStats(where: $where, by: [ACTOR, TYPE], first: 200) {
    events
    keys {
      value
    }
  }
}
    `),yt=new F(`
    query ActorNames($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Actor {
      id
      name
      kind
    }
  }
}
    `),bt=new F(`
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
    `),xt=new F(`
    query ArticleEvents($id: ID!, $after: String) {
  article(id: $id) {
    events(first: 50, after: $after) {
      nodes {
        id
        type
        mode
        status
        summary
        basis
        model
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
}`),St=new F(`
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
        speakerBasis
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
}`),Ct=new F(`
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
}`),wt=new F(`
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
}`),Tt=new F(`
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
    `),Et=new F(`
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
    `),Dt=new F(`
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
}`),Ot=new F(`
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
}`),kt=new F(`
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
}`),At=new F(`
    mutation CorrectEvent($event: ID!, $change: EventChange!, $reason: String!) {
  eventCorrect(event: $event, change: $change, reason: $reason) {
    event {
      id
    }
  }
}
    `),jt=new F(`
    mutation MergeEvents($events: [ID!]!, $reason: String!) {
  eventsMerge(events: $events, reason: $reason) {
    event {
      id
    }
  }
}
    `),Mt=new F(`
    mutation MergeActors($into: ID!, $actors: [ID!]!, $reason: String!) {
  actorsMerge(into: $into, actors: $actors, reason: $reason) {
    actor {
      id
    }
  }
}
    `),Nt=new F(`
    mutation WithdrawJudgement($judgement: ID!, $reason: String!) {
  judgementWithdraw(judgement: $judgement, reason: $reason) {
    judgement {
      id
    }
  }
}
    `),Pt=new F(`
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
        basis
        model
        otherValues {
          field
          value
          basis
        }
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
  basis
  model
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
}`),Ft=new F(`
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
  basis
  model
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
}`),It=new F(`
    query Stats($where: EventWhere, $search: String, $by: [EventDimension!]!, $first: Int!) {
  eventStats(where: $where, search: $search, by: $by, first: $first) {
    events
    killed
    keys {
      value
    }
  }
}
    `),Lt=new F(`
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
}`),Rt=new F(`
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
    `),zt=new F(`
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
    `),Bt=new F(`
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
}`),Vt=new F(`
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
    `),Ht=new F(`
    query ToldByModels($told: BasisFilter!) {
  events(where: {basis: $told}, first: 1) {
    nodes {
      id
    }
  }
  days: events(where: {whenBasis: $told}, first: 1) {
    nodes {
      id
    }
  }
  places: events(where: {locationBasis: $told}, first: 1) {
    nodes {
      id
    }
  }
  killed: events(where: {killedBasis: $told}, first: 1) {
    nodes {
      id
    }
  }
  injured: events(where: {injuredBasis: $told}, first: 1) {
    nodes {
      id
    }
  }
  participants: events(where: {participantBasis: $told}, first: 1) {
    nodes {
      id
    }
  }
  quotes(where: {speakerBasis: $told}, first: 1) {
    nodes {
      id
    }
  }
}
    `),Ut=new F(`
    query Search($search: String!, $first: Int!, $where: EventWhere) {
  events(search: $search, first: $first, where: $where) {
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
  speakerBasis
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
  basis
  model
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
}`),Wt=new Intl.NumberFormat(`en-GB`),Gt=new Intl.DateTimeFormat(`en-GB`,{day:`numeric`,month:`short`,year:`numeric`,timeZone:`UTC`}),Kt=new Intl.DateTimeFormat(`en-GB`,{day:`numeric`,timeZone:`UTC`}),qt=new Intl.DateTimeFormat(`en-GB`,{day:`numeric`,month:`short`,timeZone:`UTC`}),Jt=new Intl.DateTimeFormat(`en-GB`,{month:`long`,year:`numeric`,timeZone:`UTC`}),Yt=new Intl.DateTimeFormat(`en-GB`,{month:`short`,year:`numeric`,timeZone:`UTC`}),Xt=new Intl.DateTimeFormat(`en-GB`,{year:`numeric`,timeZone:`UTC`});function I(e){return Wt.format(e)}function L(e,t,n=`${t}s`){return`${Wt.format(e)} ${e===1?t:n}`}function R(e){return new Date(`${e.slice(0,10)}T00:00:00Z`)}function z(e){return Gt.format(R(e))}function Zt({earliest:e,latest:t,precision:n}){let r=e??t;if(r)return(n===`APPROXIMATE`?`about `:``)+Qt(r,t??r)}function Qt(e,t){let[n,r]=[R(e),R(t)];return e===t?Gt.format(n):$t(n,r)?Xt.format(n):en(n,r)?Jt.format(n):n.getUTCDate()===1&&tn(r)?`${Yt.format(n)} – ${Yt.format(r)}`:n.getUTCFullYear()===r.getUTCFullYear()?n.getUTCMonth()===r.getUTCMonth()?`${Kt.format(n)}–${Gt.format(r)}`:`${qt.format(n)} – ${Gt.format(r)}`:`${Gt.format(n)} – ${Gt.format(r)}`}function $t(e,t){return e.getUTCFullYear()===t.getUTCFullYear()&&e.getUTCMonth()===0&&e.getUTCDate()===1&&t.getUTCMonth()===11&&t.getUTCDate()===31}function en(e,t){return e.getUTCFullYear()===t.getUTCFullYear()&&e.getUTCMonth()===t.getUTCMonth()&&e.getUTCDate()===1&&tn(t)}function tn(e){return new Date(e.getTime()+864e5).getUTCDate()===1}function nn({low:e,best:t,high:n}){return n===null?`${Wt.format(t)}+`:e===n?Wt.format(t):`${Wt.format(e)}–${Wt.format(n)}`}function rn(e,t){if(e.length<=t)return e;let n=e.slice(0,t);return`${n.slice(0,Math.max(n.lastIndexOf(` `),t/2))} …`}function an(){let e=new Date,t=e=>String(e).padStart(2,`0`);return`${e.getFullYear()}-${t(e.getMonth()+1)}-${t(e.getDate())}`}function on(e,t){let n=e.search(/\s/);return n<0||e.length<t?e:`… ${e.slice(n+1)}`}function sn(e,t){if(e.length<t)return e;let n=/^.*\s/s.exec(e)?.[0].trimEnd();return n?`${n} …`:e}var cn=Symbol.for(`pv`),ln=0;Array.isArray;function B(t,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l&&typeof t!=`function`)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:t,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:cn,__v:--ln,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),e.vnode&&e.vnode(u),u}var un={plus:`M10 4v12M4 10h12`,minus:`M4 10h12`,fit:`M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4`,box:`M4 6V4h2M9 4h2M14 4h2v2M16 9v2M16 14v2h-2M11 16H9M6 16H4v-2M4 11V9`,eye:`M2.500 10s2.800-5 7.500-5 7.500 5 7.500 5-2.800 5-7.500 5-7.500-5-7.500-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4`,unseen:`M3 3l14 14M8 5.200A8 8 0 0 1 10 5c4.700 0 7.500 5 7.500 5a13 13 0 0 1-2.300 2.900M12.500 14.600A8 8 0 0 1 10 15c-4.700 0-7.500-5-7.500-5a13 13 0 0 1 3.200-3.600`,close:`M5 5l10 10M15 5L5 15`,search:`M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11M13 13l4 4`,down:`M5 8l5 5 5-5`,sun:`M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M4.300 15.700l1.100-1.100M14.600 5.400l1.100-1.100`,moon:`M16.500 12A7 7 0 0 1 8 3.500a7 7 0 1 0 8.500 8.500z`,save:`M10 3v9M6 8.500l4 4 4-4M4 16h12`,arrow:`M4 10h12M11 5l5 5-5 5`};function V({name:e}){return B(`svg`,{class:`icon`,width:`20`,height:`20`,viewBox:`0 0 20 20`,"aria-hidden":`true`,children:B(`path`,{d:un[e]})})}function dn(){let e=j(null),[t,n]=k({width:0,height:0});return Ae(()=>{let t=e.current;if(!t)return;let r=()=>n({width:t.clientWidth,height:t.clientHeight});r();let i=new ResizeObserver(r);return i.observe(t),()=>i.disconnect()},[]),[e,t]}var fn={force:`Violence and threat`,protest:`Protest and demands`,law:`Law and crime`,harm:`Accident and disaster`,talks:`Talks and politics`,relief:`Relief and retreat`},H=Object.keys(fn),U={ASSAULT:{name:`Assault`,family:`force`},THREATEN:{name:`Threat`,family:`force`},MOBILIZE:{name:`Mobilization`,family:`force`},PROTEST:{name:`Protest`,family:`protest`},REQUEST:{name:`Demand`,family:`protest`},REJECT:{name:`Rejection`,family:`protest`},ACCUSE:{name:`Accusation`,family:`protest`},COERCE:{name:`Coercion`,family:`law`},SANCTION:{name:`Sanction`,family:`law`},LEGAL:{name:`Legal action`,family:`law`},CRIME:{name:`Crime`,family:`law`},ACCIDENT:{name:`Accident`,family:`harm`},DISASTER:{name:`Disaster`,family:`harm`},CONSULT:{name:`Talks`,family:`talks`},AGREE:{name:`Agreement`,family:`talks`},SUPPORT:{name:`Support`,family:`talks`},COOPERATE:{name:`Cooperation`,family:`talks`},ELECTION:{name:`Election`,family:`talks`},AID:{name:`Aid`,family:`relief`},CONCEDE:{name:`Concession`,family:`relief`},RETREAT:{name:`Retreat`,family:`relief`}},pn=Object.keys(U);function W(e){return U[e]?.family??`talks`}function mn(e){return pn.filter(t=>U[t].family===e)}var hn={KILLED:`killed`,INJURED:`injured`},G={REPORTED:{name:`Reported`,meaning:`Told as fact, or by a source that the text does not doubt`},CLAIMED:{name:`Claimed`,meaning:`A party says so, and the text sets it apart`},DENIED:{name:`Denied`,meaning:`Said not to have happened`},PLANNED:{name:`Planned`,meaning:`Announced or scheduled`},HYPOTHETICAL:{name:`Hypothetical`,meaning:`If, could, might`}},gn={STATED:`told by the sentence itself`,CARRIED:`carried from another sentence`,DATELINE:`taken from the dateline`,PUBLICATION:`counted from the day of publication`,INFERRED:`inferred: other words tell it`,MODEL:`read by a language model`},_n={WHEN:`when`,LOCATION:`where`,KILLED:`killed`,INJURED:`injured`,SAID_BY:`according to`,ACTOR:`by`,RECIPIENT:`to or with`,VICTIM:`victims`},vn={ACTOR:`by`,RECIPIENT:`to or with`,VICTIM:`victims`},yn={PERSON:`Person`,ORGANIZATION:`Organization`,COUNTRY:`Country`,GROUP:`Group`},bn={ADMIN1:`State or province`,ADMIN2:`County or district`,CITY:`City, town or village`,COUNTRY:`Country`,FACILITY:`Built or natural place`,REGION:`Region`},xn={BUS:`business`,COP:`police`,CRM:`crime`,CVL:`civilians`,EDU:`education`,GOV:`government`,IGO:`body of states`,JUD:`courts`,LEG:`parliament`,MED:`media`,MIL:`armed forces`,NGO:`non-governmental`,OPP:`opposition`,PTY:`party`,REB:`armed group`,SPY:`intelligence`,UNKNOWN:``},Sn=new Intl.DisplayNames(`en`,{type:`region`,fallback:`code`}),Cn={CD:`DR Congo`,CG:`Republic of the Congo`,HK:`Hong Kong`,MO:`Macao`,MM:`Myanmar`};function K(e){if(Cn[e])return Cn[e];try{return Sn.of(e)??e}catch{return e}}var wn=11;function Tn({cluster:e,x:t,y:n,radius:r,measure:i,lit:a,chosen:o,onPoint:s,onOpen:c}){return B(`button`,{type:`button`,class:[`cluster`,a&&`lit`,o&&`chosen`].filter(Boolean).join(` `),style:{transform:`translate(${t}px, ${n}px) translate(-50%, -50%)`,zIndex:a?3:1},"aria-label":Dn(e),"aria-pressed":e.spots.length===1?o:void 0,onClick:c,onMouseEnter:()=>s(!0),onMouseLeave:()=>s(!1),onFocus:()=>s(!0),onBlur:()=>s(!1),children:[B(On,{cluster:e,radius:r,text:r>=wn?I(e[i]):``}),B(`span`,{class:`cluster-card`,"aria-hidden":`true`,children:[B(`strong`,{children:En(e)}),H.filter(t=>e.families[t]>0).map(t=>B(`span`,{class:`tally ${t}`,children:[fn[t],` `,B(`b`,{children:I(e.families[t])})]},t)),e.killed>0&&B(`span`,{class:`tally`,children:[`Killed, added up `,B(`b`,{children:I(e.killed)})]}),B(`em`,{children:e.spots.length===1?`Click: only this place`:`Click: zoom in`})]})]})}function En({spots:e}){let t=e[0],n=t?.countryCode?K(t.countryCode):void 0,r=[t?.name,n!==t?.name&&n].filter(Boolean).join(`, `);return e.length===1?r:`${r} and ${L(e.length-1,`place`)} near it`}function Dn(e){let t=e.killed>0?`, ${I(e.killed)} killed`:``;return`${En(e)}: ${L(e.events,`event`)}${t}`}function On({cluster:e,radius:t,text:n}){let r=t<wn?t*.6:Math.min(t*.34,7),i=t*2+4,a=i/2,o=0;return B(`svg`,{width:i,height:i,"aria-hidden":`true`,children:[B(`circle`,{class:`core`,cx:a,cy:a,r:t}),H.filter(t=>e.families[t]>0).map(n=>{let i=e.families[n],s=-o;return o+=i,B(`circle`,{class:`arc ${n}`,cx:a,cy:a,r:t-r/2,"stroke-width":r,pathLength:e.events,"stroke-dasharray":`${i} ${e.events-i}`,"stroke-dashoffset":s,transform:`rotate(-90 ${a} ${a})`},n)}),n&&B(`text`,{x:a,y:a,dy:`0.36em`,children:n})]})}var kn=256,An=85.05,jn={least:0,most:10};function Mn(e,t){let n=Math.sin(Math.max(-85.05,Math.min(An,t))*Math.PI/180);return{x:(e+180)/360,y:.5-Math.log((1+n)/(1-n))/(4*Math.PI)}}function Nn({x:e,y:t}){let n=Math.atan(Math.sinh(Math.PI*(1-2*t)))*180/Math.PI;return{longitude:Pn(e*360-180),latitude:n}}function Pn(e){return((e+180)%360+360)%360-180}function Fn(e){return kn*2**e}function In({x:e,y:t},n,r){let i=Mn(n.longitude,n.latitude),a=Fn(n.zoom),o=e-i.x;return o-=Math.round(o),{x:r.width/2+o*a,y:r.height/2+(t-i.y)*a}}function Ln(e,t,n){let r=Mn(t.longitude,t.latitude),i=Fn(t.zoom);return{x:r.x+(e.x-n.width/2)/i,y:r.y+(e.y-n.height/2)/i}}function Rn(e,t,n){let r=Math.max(zn(n),Math.min(jn.most,t)),i=n.height/2/Fn(r),a=i>=.5?.5:Math.max(i,Math.min(1-i,e.y));return{...Nn({x:e.x,y:a}),zoom:r}}function zn(e){let t=Math.max(e.height,Math.min(e.width,e.height*1.6),1);return Math.max(jn.least,Math.log2(t/kn)-.35)}function Bn(e,t,n,r){let i=Ln(n,e,t),a=Rn(i,e.zoom+r,t).zoom,o=Fn(a);return Rn({x:i.x-(n.x-t.width/2)/o,y:i.y-(n.y-t.height/2)/o},a,t)}function Vn(e,t,n,r){return Rn(Ln({x:t.width/2+n,y:t.height/2+r},e,t),e.zoom,t)}function Hn(e,t,n=6){if(e.length===0)return Rn({x:.53,y:.42},0,t);let[r,i]=Un(e.map(e=>e.x)),[a,o]=Un(e.map(e=>e.y)),s={width:Math.max(t.width-96,40),height:Math.max(t.height-96,40)},c=Math.min(s.width/(i-r||1e-9),s.height/(o-a||1e-9)),l=Math.min(Math.log2(c/kn),n);return Rn({x:(r+i)/2,y:(a+o)/2},l,t)}function Un(e){return e.reduce(([e,t],n)=>[Math.min(e,n),Math.max(t,n)],[1/0,-1/0])}function Wn(e,t,n,r){let i=Ln({x:Math.min(e.x,t.x),y:Math.min(e.y,t.y)},n,r),a=Ln({x:Math.max(e.x,t.x),y:Math.max(e.y,t.y)},n,r),[o,s]=[Nn(i),Nn(a)],c=a.x-i.x>=1;return{south:s.latitude,west:c?-180:o.longitude,north:o.latitude,east:c?180:s.longitude}}function Gn(e,t,n){let r=In(Mn(e.west,e.north),t,n),i=(((e.east-e.west)%360+360)%360||360)/360,a=In(Mn(e.west,e.south),t,n);return{left:r.x,top:r.y,width:i*Fn(t.zoom),height:a.y-r.y}}var Kn=44;function qn(e,t,n){let r=Kn/Fn(t),i=[];for(let t of e.toSorted((e,t)=>n(t)-n(e)||e.id.localeCompare(t.id))){let e=i.find(e=>Math.hypot(e.x-t.x,e.y-t.y)<r);e?Jn(e,t):i.push({...t,families:{...t.families},spots:[t]})}return i}function Jn(e,t){e.spots.push(t),e.events+=t.events,e.killed+=t.killed;for(let n of H)e.families[n]+=t.families[n]}function Yn(e,t){return e<=0?5:9+18*Math.sqrt(e/Math.max(t,12))}function Xn(e){let t=getComputedStyle(e),n=e=>t.getPropertyValue(`--${e}`).trim();return{land:n(`land`),border:n(`border`),coast:n(`coast`),label:n(`map-label`)}}function Zn(e,t,n,r,i){let a=e.getContext(`2d`);if(!a||r.width===0)return;let o=window.devicePixelRatio||1;e.width=Math.round(r.width*o),e.height=Math.round(r.height*o),Qn(a,t,n,r,i,o),a.setTransform(o,0,0,o,0,0),$n(a,t,n,r,i)}function Qn(e,t,n,r,i,a){let o=Mn(n.longitude,n.latitude),s=Fn(n.zoom);for(let n of[-2,-1,0,1,2]){let c=r.width/2+(n-o.x)*s;if(c-s/2>r.width||c+1.5*s<0)continue;let l=r.height/2-o.y*s;e.setTransform(s*a,0,0,s*a,c*a,l*a),e.fillStyle=i.land,e.fill(t.land,`evenodd`),e.lineWidth=.8/s,e.strokeStyle=i.coast,e.stroke(t.land),e.strokeStyle=i.border,e.stroke(t.borders)}}function $n(e,t,n,r,i){let a=Fn(n.zoom);e.font=`500 10.5px "Public Sans Variable", sans-serif`,e.letterSpacing=`0.08em`,e.textAlign=`center`,e.textBaseline=`middle`,e.fillStyle=i.label;for(let i of t.labels){let t=i.name.toUpperCase(),o=i.width*a;if(o<t.length*7+6||o>r.width*4)continue;let{x:s,y:c}=In(i,n,r);e.fillText(t,s,c)}}var er=8;function tr(e){let t=j(e);t.current=e;let n=j(new Map),r=j(void 0),[i,a]=k();A(()=>{let n=e.frame.current,r=e=>{e.preventDefault();let{view:r,size:i,setView:a}=t.current,o=-e.deltaY*(e.deltaMode===1?.05:.002);a(Bn(r,i,nr(e,n),Math.max(-1,Math.min(1,o))))};return n?.addEventListener(`wheel`,r,{passive:!1}),()=>n?.removeEventListener(`wheel`,r)},[]);let o={onPointerDown(t){if(t.button!==0||t.target.closest(`button`))return;let i=t.currentTarget;i.setPointerCapture(t.pointerId);let a=nr(t,i);n.current.set(t.pointerId,a),r.current=t.shiftKey||e.drawing?a:void 0},onPointerMove(e){let t=n.current.get(e.pointerId);if(!t)return;let i=nr(e,e.currentTarget);r.current?a(rr(r.current,i)):s(e.pointerId,t,i),n.current.set(e.pointerId,i)},onPointerUp(e){let{view:i,size:o,onBox:s}=t.current,c=nr(e,e.currentTarget);if(n.current.delete(e.pointerId)&&r.current){let{width:e,height:t}=rr(r.current,c);s(e>er&&t>er?Wn(r.current,c,i,o):void 0),r.current=void 0,a(void 0)}},onPointerCancel(e){n.current.delete(e.pointerId),r.current=void 0,a(void 0)},onDblClick(e){let{view:n,size:r,setView:i}=t.current;i(Bn(n,r,nr(e,e.currentTarget),1))}};function s(e,r,i){let{view:a,size:o,setView:s}=t.current,c=[...n.current].find(([t])=>t!==e)?.[1];if(!c){s(Vn(a,o,r.x-i.x,r.y-i.y));return}let l=e=>Math.max(Math.hypot(e.x-c.x,e.y-c.y),1);s(Bn(a,o,c,Math.log2(l(i)/l(r))))}return{handlers:o,rubber:i}}function nr(e,t){let{left:n,top:r}=t.getBoundingClientRect();return{x:e.clientX-n,y:e.clientY-r}}function rr(e,t){return{left:Math.min(e.x,t.x),top:Math.min(e.y,t.y),width:Math.abs(e.x-t.x),height:Math.abs(e.y-t.y)}}var ir=`/static/page/assets/countries-110m-B3KlhDC_.json`,ar=`/static/page/assets/countries-50m-BphFPm15.json`;function or(e){return e}function sr(e){if(e==null)return or;var t,n,r=e.scale[0],i=e.scale[1],a=e.translate[0],o=e.translate[1];return function(e,s){s||(t=n=0);var c=2,l=e.length,u=Array(l);for(u[0]=(t+=e[0])*r+a,u[1]=(n+=e[1])*i+o;c<l;)u[c]=e[c],++c;return u}}function cr(e,t){for(var n,r=e.length,i=r-t;i<--r;)n=e[i],e[i++]=e[r],e[r]=n}function lr(e,t){return typeof t==`string`&&(t=e.objects[t]),t.type===`GeometryCollection`?{type:`FeatureCollection`,features:t.geometries.map(function(t){return ur(e,t)})}:ur(e,t)}function ur(e,t){var n=t.id,r=t.bbox,i=t.properties==null?{}:t.properties,a=dr(e,t);return n==null&&r==null?{type:`Feature`,properties:i,geometry:a}:r==null?{type:`Feature`,id:n,properties:i,geometry:a}:{type:`Feature`,id:n,bbox:r,properties:i,geometry:a}}function dr(e,t){var n=sr(e.transform),r=e.arcs;function i(e,t){t.length&&t.pop();for(var i=r[e<0?~e:e],a=0,o=i.length;a<o;++a)t.push(n(i[a],a));e<0&&cr(t,o)}function a(e){return n(e)}function o(e){for(var t=[],n=0,r=e.length;n<r;++n)i(e[n],t);return t.length<2&&t.push(t[0]),t}function s(e){for(var t=o(e);t.length<4;)t.push(t[0]);return t}function c(e){return e.map(s)}function l(e){var t=e.type,n;switch(t){case`GeometryCollection`:return{type:t,geometries:e.geometries.map(l)};case`Point`:n=a(e.coordinates);break;case`MultiPoint`:n=e.coordinates.map(a);break;case`LineString`:n=o(e.arcs);break;case`MultiLineString`:n=e.arcs.map(o);break;case`Polygon`:n=c(e.arcs);break;case`MultiPolygon`:n=e.arcs.map(c);break;default:return null}return{type:t,coordinates:n}}return l(t)}function fr(e,t){var n={},r={},i={},a=[],o=-1;t.forEach(function(n,r){var i=e.arcs[n<0?~n:n],a;i.length<3&&!i[1][0]&&!i[1][1]&&(a=t[++o],t[o]=n,t[r]=a)}),t.forEach(function(e){var t=s(e),n=t[0],a=t[1],o,c;if(o=i[n]){if(delete i[o.end],o.push(e),o.end=a,c=r[a]){delete r[c.start];var l=c===o?o:o.concat(c);r[l.start=o.start]=i[l.end=c.end]=l}else r[o.start]=i[o.end]=o}else if(o=r[a]){if(delete r[o.start],o.unshift(e),o.start=n,c=i[n]){delete i[c.end];var u=c===o?o:c.concat(o);r[u.start=c.start]=i[u.end=o.end]=u}else r[o.start]=i[o.end]=o}else o=[e],r[o.start=n]=i[o.end=a]=o});function s(t){var n=e.arcs[t<0?~t:t],r=n[0],i;return e.transform?(i=[0,0],n.forEach(function(e){i[0]+=e[0],i[1]+=e[1]})):i=n[n.length-1],t<0?[i,r]:[r,i]}function c(e,t){for(var r in e){var i=e[r];delete t[i.start],delete i.start,delete i.end,i.forEach(function(e){n[e<0?~e:e]=1}),a.push(i)}}return c(i,r),c(r,i),t.forEach(function(e){n[e<0?~e:e]||a.push([e])}),a}function pr(e){return dr(e,mr.apply(this,arguments))}function mr(e,t,n){var r,i,a;if(arguments.length>1)r=hr(e,t,n);else for(i=0,r=Array(a=e.arcs.length);i<a;++i)r[i]=i;return{type:`MultiLineString`,arcs:fr(e,r)}}function hr(e,t,n){var r=[],i=[],a;function o(e){var t=e<0?~e:e;(i[t]||(i[t]=[])).push({i:e,g:a})}function s(e){e.forEach(o)}function c(e){e.forEach(s)}function l(e){e.forEach(c)}function u(e){switch(a=e,e.type){case`GeometryCollection`:e.geometries.forEach(u);break;case`LineString`:s(e.arcs);break;case`MultiLineString`:case`Polygon`:c(e.arcs);break;case`MultiPolygon`:l(e.arcs)}}return u(t),i.forEach(n==null?function(e){r.push(e[0].i)}:function(e){n(e[0].g,e[e.length-1].g)&&r.push(e[0].i)}),r}var gr={coarse:ir,fine:ar},_r=new Map;function vr(e){let t=_r.get(e);if(t)return t;let n=fetch(gr[e]).then(async e=>yr(await e.json()));return n.catch(()=>_r.delete(e)),_r.set(e,n),n}function yr(e){let{countries:t}=e.objects,n=lr(e,t).features.flatMap(({geometry:e,properties:t})=>({name:t.name,polygons:br(e)})).filter(e=>e.name!==`Antarctica`),r=new Path2D;n.forEach(({polygons:e})=>e.flat().forEach(e=>Sr(r,e,!0)));let i=new Path2D;return pr(e,t,(e,t)=>e!==t).coordinates.forEach(e=>Sr(i,e,!1)),{land:r,borders:i,labels:n.flatMap(Cr)}}function br(e){return e?e.type===`Polygon`?[e.coordinates]:e.coordinates:[]}function xr(e){let[t,n]=[e[0]?.[0]??0,0];return e.map(([e=0,r=0])=>{n-=Math.round((e-t)/360),t=e;let{x:i,y:a}=Mn(e,r);return{x:i+n,y:a}})}function Sr(e,t,n){xr(t).forEach(({x:t,y:n},r)=>{r===0?e.moveTo(t,n):e.lineTo(t,n)}),n&&e.closePath()}function Cr({name:e,polygons:t}){return t.map(([t])=>{let n=xr(t??[]),[r,i]=[Math.min(...n.map(({x:e})=>e)),Math.max(...n.map(({x:e})=>e))];return{...wr(n),width:i-r,name:e}}).toSorted((e,t)=>t.width-e.width).slice(0,1)}function wr(e){let[t,n,r]=[0,0,0];return e.forEach((i,a)=>{let o=e[(a+1)%e.length],s=i.x*o.y-o.x*i.y;t+=s,n+=(i.x+o.x)*s,r+=(i.y+o.y)*s}),t===0?e[0]??{x:0,y:0}:{x:n/(3*t),y:r/(3*t)}}function Tr(e){let{spots:t,measure:n,box:r,lit:i,chosen:a,onPoint:o}=e,[s,c]=dn(),l=j(null),[u,d]=k(!1),{view:f,setView:p}=Er(e,c),m=Dr(f.zoom),h=tr({frame:s,view:f,size:c,setView:p,drawing:u,onBox:b}),g=e=>n===`killed`?e.killed:e.events,_=Math.round(f.zoom*4)/4,v=M(()=>qn(t,_,g),[t,_,n]),y=Math.max(0,...v.map(e=>e[n]));function b(t){d(!1),t&&e.onBox(t)}A(()=>{l.current&&m&&Zn(l.current,m,f,c,Xn(l.current))},[m,f,c,e.theme]);function ee(t){if(t.spots.length===1){e.onChoose(t.spots[0]);return}let n=Hn(t.spots,c,9);p(n.zoom>f.zoom+.2?n:Bn(f,c,In(t,f,c),1.5))}let x={x:c.width/2,y:c.height/2};return B(`section`,{class:`map`,"aria-label":`Map`,children:[B(`div`,{ref:s,class:u?`map-frame drawing`:`map-frame`,tabIndex:0,role:`group`,"aria-label":`Map of events. Arrow keys move it, plus and minus zoom, Tab goes through the places.`,"data-drawn":m?`yes`:`no`,onKeyDown:e=>Or(e,(e,t)=>p(Vn(f,c,e,t)),e=>p(Bn(f,c,x,e))),...h.handlers,children:[B(`canvas`,{ref:l,"aria-hidden":`true`}),r&&B(kr,{...Gn(r,f,c),name:`box`}),h.rubber&&B(kr,{...h.rubber,name:`box rubber`}),v.map(e=>{let{x:t,y:r}=In(e,f,c),s=e.spots.map(e=>e.id);return t<-30||r<-30||t>c.width+30||r>c.height+30?null:B(Tn,{cluster:e,x:t,y:r,radius:Yn(e[n],y),measure:n,lit:s.some(e=>i.has(e)),chosen:s.some(e=>a.includes(e)),onPoint:e=>o(e?s:void 0),onOpen:()=>ee(e)},s[0])})]}),B(`div`,{class:`map-tools`,role:`toolbar`,"aria-label":`Map tools`,children:[B(Ar,{name:`Zoom in`,icon:`plus`,act:()=>p(Bn(f,c,x,1))}),B(Ar,{name:`Zoom out`,icon:`minus`,act:()=>p(Bn(f,c,x,-1))}),B(Ar,{name:`Show all places`,icon:`fit`,act:()=>p(void 0)}),B(Ar,{name:`Draw a box to filter by`,icon:`box`,pressed:u,act:()=>d(!u)}),B(Ar,{name:r?`Remove the box`:`Only what is in view`,icon:r?`close`:`eye`,act:()=>e.onBox(r?void 0:Wn({x:0,y:0},{x:c.width,y:c.height},f,c))})]}),u&&B(`p`,{class:`map-note`,role:`status`,children:`Drag over the map to draw a box.`}),!u&&e.note&&B(`p`,{class:`map-note`,children:e.note}),B(`p`,{class:`map-credit`,children:`Outlines: Natural Earth`}),B(`label`,{class:`map-scale`,children:[B(`span`,{children:`Circles by`}),B(`select`,{value:n,onChange:t=>e.onMeasure(t.currentTarget.value),children:[B(`option`,{value:`events`,children:`number of events`}),B(`option`,{value:`killed`,children:`people killed`})]})]})]})}function Er({spots:e,view:t,onView:n},r){let i=M(()=>Hn(e,r),[r.width,r.height,e.length>0]),[a,o]=k(t),s=j(t);return A(()=>{JSON.stringify(t)!==JSON.stringify(s.current)&&(s.current=t,o(t))},[t]),A(()=>{let e=window.setTimeout(()=>{a!==s.current&&(s.current=a,n(a))},400);return()=>window.clearTimeout(e)},[a]),{view:a??i,setView:o}}function Dr(e){let[t,n]=k(),[r,i]=k(!1);return A(()=>{vr(`coarse`).then(e=>n(t=>t??e),()=>void 0)},[]),A(()=>{t&&!r&&e>1.6&&(i(!0),vr(`fine`).then(n,()=>void 0))},[t,e]),t}function Or(e,t,n){let r={ArrowLeft:[-80,0],ArrowRight:[80,0],ArrowUp:[0,-80],ArrowDown:[0,80]},i={"+":.5,"=":.5,"-":-.5,_:-.5},a=r[e.key];if(a)t(...a);else if(i[e.key])n(i[e.key]);else return;e.preventDefault()}function kr({name:e,left:t,top:n,width:r,height:i}){return B(`div`,{class:e,style:{left:`${t}px`,top:`${n}px`,width:`${r}px`,height:`${i}px`}})}function Ar({name:e,icon:t,act:n,pressed:r}){return B(`button`,{type:`button`,title:e,"aria-label":e,"aria-pressed":r,onClick:n,children:B(V,{name:t})})}var jr=new Map,Mr=0,Nr=3e3,Pr=`.stories`;function Fr(){return Mr=Math.max(Mr,Ir(window.history.state))+1,Mr}function Ir(e){let t=e?.visit;return typeof t==`number`?t:0}function Lr(){jr.set(Ir(window.history.state),{window:window.scrollY,list:document.querySelector(Pr)?.scrollTop??0})}function Rr(){let e,t=()=>{window.cancelAnimationFrame(e??0),e=void 0},n=()=>e===void 0&&Lr(),r=()=>{let n=jr.get(Ir(window.history.state));if(t(),!n)return;let r=performance.now()+Nr,i=()=>{zr(n)||performance.now()>r?t():e=window.requestAnimationFrame(i)};e=window.requestAnimationFrame(i)},i=()=>window.history.scrollRestoration=`auto`;window.history.scrollRestoration=`manual`,document.addEventListener(`scroll`,n,!0),window.addEventListener(`popstate`,r),window.addEventListener(`pagehide`,i);let a=[`wheel`,`touchmove`,`keydown`,`pointerdown`];return a.forEach(e=>window.addEventListener(e,t,{passive:!0})),()=>{t(),document.removeEventListener(`scroll`,n,!0),window.removeEventListener(`popstate`,r),window.removeEventListener(`pagehide`,i),a.forEach(e=>window.removeEventListener(e,t))}}function zr(e){let t=document.querySelector(Pr);return window.scrollTo(0,e.window),t&&(t.scrollTop=e.list),Math.abs(window.scrollY-e.window)<2&&(!e.list||Math.abs((t?.scrollTop??0)-e.list)<2)}var Br=/^\/(event|article|actor|location)\/([a-z]{3}_[a-z0-9]+)$/,Vr={"/articles":`Articles`,"/actors":`People and bodies`,"/locations":`Places`,"/publishers":`Publishers`};function Hr(e){if(e in Vr)return{view:`browse`,list:e};let t=Br.exec(e);return t?{view:t[1],id:t[2]}:{view:{"/":`explore`,"/search":`search`,"/try":`try`,"/corrections":`corrections`}[e]??`missing`}}function Ur(){let{pathname:e,search:t,hash:n}=window.location;return{path:e,query:t.slice(1),hash:decodeURIComponent(n.slice(1))}}function Wr(e,{replace:t=!1}={}){let n=new URL(e,window.location.href).pathname!==window.location.pathname;t?window.history.replaceState(window.history.state,``,e):(Lr(),window.history.pushState({visit:Fr()},``,e)),window.dispatchEvent(new Event(Gr)),n&&(window.scrollTo(0,0),document.querySelector(`main`)?.focus({preventScroll:!0}))}var Gr=`dateline:moved`;function Kr(){let[e,t]=k(Ur);return A(()=>{let e=()=>t(Ur()),n=[`popstate`,`hashchange`,Gr];n.forEach(t=>window.addEventListener(t,e)),document.addEventListener(`click`,qr);let r=Rr();return()=>{n.forEach(t=>window.removeEventListener(t,e)),document.removeEventListener(`click`,qr),r()}},[]),e}function qr(e){let t=e.target?.closest?.(`a[href]`),n=e.ctrlKey||e.metaKey||e.shiftKey||e.altKey||e.button!==0;!(t instanceof HTMLAnchorElement)||n||e.defaultPrevented||t.target||t.download||t.origin===window.location.origin&&Hr(t.pathname).view!==`missing`&&(e.preventDefault(),Wr(t.pathname+t.search+t.hash))}function q(e){A(()=>{document.title=e?`${e} · Dateline`:`Dateline: what happened, where and when`},[e])}var Jr=`AID_WORKER CAPTIVE CHILD CIVILIAN CLERGY CREW FIGHTER HEALTH_WORKER JOURNALIST MAN MIGRANT OFFICIAL PASSENGER POLICE PROTESTER RESCUER SOLDIER STUDENT TEACHER TOURIST WOMAN WORKER`.split(` `),Yr=500,Xr=[`STATED`,`CARRIED`,`DATELINE`,`PUBLICATION`,`INFERRED`,`MODEL`],Zr=e=>e.trim()&&e.length<=Yr?e:void 0,Qr=e=>/^\d{1,9}$/.test(e)?Number(e):void 0,$r=e=>/^(0(\.\d+)?|1(\.0+)?|\.\d+)$/.test(e)?Number(e):void 0,ei=e=>Jr.includes(e)?e:void 0,ti=e=>Xr.includes(e)?e:void 0,ni=e=>/^art_[a-z0-9]+$/.test(e)?e:void 0,J=e=>e.join(` or `),ri=e=>J(e.map(e=>e.toLowerCase().replaceAll(`_`,` `)));function ii(e,t,n){return{field:e,operator:t,read:Zr,takes:`a text`,several:t===`eq`,words:n}}function ai(e,t,n){return{field:e,operator:t,read:Qr,takes:`a whole number`,several:!1,words:n}}function oi(e,t){return{field:e,operator:`eq`,read:ti,takes:`one of ${Xr.join(`, `)}`,several:!0,words:e=>`${t}: ${ri(e)}`}}var si={actorName:ii(`actorName`,`eq`,e=>`with ${J(e)}`),"actorName.contains":ii(`actorName`,`contains`,e=>`with somebody called …${J(e)}…`),article:{field:`article`,operator:`eq`,read:ni,takes:`the id of an article, art_…`,several:!0,words:e=>`told by ${J(e)}`},"confidence.gte":{field:`confidence`,operator:`gte`,read:$r,takes:`a number from 0 to 1`,several:!1,words:e=>`confidence ${J(e)} or more`},"confidence.lte":{field:`confidence`,operator:`lte`,read:$r,takes:`a number from 0 to 1`,several:!1,words:e=>`confidence ${J(e)} or less`},"countryCode.contains":ii(`countryCode`,`contains`,e=>`country code with ${J(e)}`),injured:ai(`injured`,`eq`,e=>`exactly ${J(e)} injured`),"injured.gte":ai(`injured`,`gte`,e=>`${J(e)} or more injured`),"injured.lte":ai(`injured`,`lte`,e=>`${J(e)} or fewer injured`),injuredKind:{field:`injuredKind`,operator:`eq`,read:ei,takes:`one of ${Jr.join(`, `)}`,several:!0,words:e=>`injured: ${ri(e)}`},killed:ai(`killed`,`eq`,e=>`exactly ${J(e)} killed`),"killed.lte":ai(`killed`,`lte`,e=>`${J(e)} or fewer killed`),killedKind:{field:`killedKind`,operator:`eq`,read:ei,takes:`one of ${Jr.join(`, `)}`,several:!0,words:e=>`killed: ${ri(e)}`},basis:{field:`basis`,operator:`eq`,read:e=>[`STATED`,`MODEL`].includes(e)?e:void 0,takes:`STATED or MODEL`,several:!0,words:e=>`told by ${J(e.map(e=>e===`MODEL`?`a model only`:`the rules`))}`},model:ii(`model`,`eq`,e=>`read by ${J(e)}`),"model.contains":ii(`model`,`contains`,e=>`read by …${J(e)}…`),whenBasis:oi(`whenBasis`,`date`),locationBasis:oi(`locationBasis`,`place`),killedBasis:oi(`killedBasis`,`number killed`),injuredBasis:oi(`injuredBasis`,`number injured`),participantBasis:oi(`participantBasis`,`somebody in it`),saidByBasis:oi(`saidByBasis`,`a source`),mode:ii(`mode`,`eq`,e=>`done by ${J(e)}`),"mode.contains":ii(`mode`,`contains`,e=>`done by …${J(e)}…`),"publisher.contains":ii(`publisher`,`contains`,e=>`published by …${J(e)}…`)};function ci(e,t){let n={...e};for(let{name:e,values:r}of t){let t=si[e];if(t){let e=r.map(t.read),i=t.operator===`eq`&&e.length>1?{oneOf:e}:{[t.operator]:e[0]};n[t.field]={...n[t.field],...i}}}return n}var li={types:[],statuses:[],countries:[],publishers:[],actors:[],locations:[],days:{},others:[]},ui=[`newest`,`oldest`,`deadliest`,`best`],di={DATE:`newest`,"DATE.DESC":`newest`,"DATE.ASC":`oldest`,KILLED:`deadliest`,"KILLED.DESC":`deadliest`,RELEVANCE:`best`,"RELEVANCE.DESC":`best`};function fi(e){let t=new hi(e),n=_i(t),r={filter:n,size:t.one(`size`,`events or killed`,e=>e===`killed`||e===`events`?e:void 0)??`events`,order:pi(t,n),view:t.one(`view`,`longitude,latitude,zoom`,wi),span:t.one(`span`,`two days, like 2024-01-01,2024-12-31`,Ei),problems:t.problems};return t.nameTheRest(),r}function pi(e,{search:t}){let n=ui.filter(e=>t||e!==`best`),r=Object.entries(di).filter(([,e])=>n.includes(e)),i=e.one(`order`,`one of ${r.map(([e])=>e).join(`, `)} on this page`,e=>new Map(r).get(e));return e.one(`sort`,`one of ${n.join(`, `)}`,e=>n.find(t=>t===e))??i??`newest`}var mi=[`limit`,`after`,`before`,`totalCount`,`since`,`by`],hi=class{problems=[];parameters;taken=new Set;constructor(e){this.parameters=new URLSearchParams(e)}one(e,t,n){let[r,...i]=this.take(e);if(r!==void 0)return i.length>0&&this.problems.push(`${e} is given ${i.length+1} times; the first counts.`),this.checked(e,r,t,n)}several(e,t,n){let r=this.take(e).flatMap(e=>yi(e)).map(r=>this.checked(e,r,t,n)).filter(e=>e!==void 0);return[...new Set(r)]}nameTheRest(){for(let e of new Set(this.parameters.keys()))if(!this.taken.has(e)){let t=mi.includes(e)?`is for lists and files of the REST API, not for this page.`:`is no filter.`;this.problems.push(`${gi(e)} ${t}`)}}take(e){return this.taken.add(e),this.parameters.getAll(e)}checked(e,t,n,r){let i=r(t);return i===void 0&&this.problems.push(`${e}=${gi(t)} makes no sense: ${e} takes ${n}.`),i}};function gi(e){return e.length>60?`${e.slice(0,60)}…`:e}function _i(e){let t=e=>t=>e(t)?t:void 0;return{search:e.one(`search`,`words, 500 characters at most`,e=>e.trim()&&e.length<=500?e.trim():void 0),types:e.several(`type`,`types of events, like ASSAULT`,t(e=>e in U)),statuses:e.several(`status`,`one of ${Object.keys(G).join(`, `)}`,t(e=>e in G)),countries:e.several(`countryCode`,`two capital letters, like KE`,e=>/^[A-Z]{2}$/i.test(e)?e.toUpperCase():void 0),publishers:e.several(`publisher`,`a publisher's name`,t(e=>e.trim()!==``&&e.length<=500)),actors:e.several(`actor`,`the id of an actor, act_…; by name it is actorName.contains`,t(e=>/^act_[a-z0-9]+$/.test(e))),locations:e.several(`location`,`the id of a place, loc_…`,t(e=>/^loc_[a-z0-9]+$/.test(e))),days:{from:e.one(`when.gte`,`a day, like 2024-11-05`,bi),to:e.one(`when.lte`,`a day, like 2024-11-05`,bi)},killed:e.one(`killed.gte`,`a whole number, 1 or more`,xi),box:e.one(`within`,`south,west,north,east in degrees`,Si),circle:e.one(`near`,`latitude,longitude,kilometres`,Ci),others:vi(e)}}function vi(e){return Object.entries(si).flatMap(([t,{read:n,takes:r,several:i}])=>{let a=e=>n(e)===void 0?void 0:e,o=i?void 0:e.one(t,r,a),s=i?e.several(t,r,a):o===void 0?[]:[o];return s.length>0?[{name:t,values:s}]:[]})}function yi(e){let t=(e.match(/(?:\\.|[^,\\])+/g)??[]).map(e=>e.replace(/\\(.)/g,`$1`).trim()).filter(Boolean);return t.length>0?t:[e]}function bi(e){if(!e||!/^\d{4}-\d{2}-\d{2}$/.test(e))return;let t=Date.parse(`${e}T00:00:00Z`);return Number.isNaN(t)||new Date(t).toISOString().slice(0,10)!==e?void 0:e}function xi(e){return e&&/^\d{1,9}$/.test(e)&&Number(e)>0?Number(e):void 0}function Si(e){let[t,n,r,i]=Ti(e,4);if(t!==void 0&&n!==void 0&&r!==void 0&&i!==void 0)return t<r&&Math.abs(t)<=90&&Math.abs(r)<=90&&Math.abs(n)<=180&&Math.abs(i)<=180?{south:t,west:n,north:r,east:i}:void 0}function Ci(e){let[t,n,r]=Ti(e,3);if(t!==void 0&&n!==void 0&&r!==void 0)return Math.abs(t)<=90&&Math.abs(n)<=180&&r>=0&&r<=20100?{latitude:t,longitude:n,radiusKm:r}:void 0}function wi(e){let[t,n,r]=Ti(e,3);if(t!==void 0&&n!==void 0&&r!==void 0)return Math.abs(t)<=180&&Math.abs(n)<=85&&r>=0&&r<=12?{longitude:t,latitude:n,zoom:r}:void 0}function Ti(e,t){let n=e?.split(`,`).map(Number)??[];return n.length===t&&n.every(Number.isFinite)?n:[]}function Ei(e){let[t,n]=(e??``).split(`,`).map(bi);return t&&n&&t<=n?{from:t,to:n}:void 0}function Di(e){let t=Oi(e.filter);if(e.size!==`events`&&t.set(`size`,e.size),e.order!==`newest`&&t.set(`sort`,e.order),e.view){let{longitude:n,latitude:r,zoom:i}=e.view;t.set(`view`,`${ji(n,3)},${ji(r,3)},${ji(i,2)}`)}return e.span?.from&&e.span.to&&t.set(`span`,`${e.span.from},${e.span.to}`),Ai(t)}function Oi(e){let t=new URLSearchParams;e.search&&t.set(`search`,e.search);let n=[[`type`,e.types],[`status`,e.statuses],[`countryCode`,e.countries],[`actor`,e.actors],[`location`,e.locations],[`publisher`,e.publishers.map(ki)]];for(let[e,r]of n)r.length>0&&t.set(e,r.join(`,`));let{days:r,killed:i,box:a,circle:o}=e,s=[[`when.gte`,r.from],[`when.lte`,r.to],[`killed.gte`,i?.toString()],[`within`,a&&[a.south,a.west,a.north,a.east].map(e=>ji(e,3)).join(`,`)],[`near`,o&&[o.latitude,o.longitude,o.radiusKm].map(e=>ji(e,3)).join(`,`)]];for(let[e,n]of s)n&&t.set(e,n);for(let{name:n,values:r}of e.others)t.set(n,(si[n]?.several?r.map(ki):r).join(`,`));return t}function ki(e){return e.replace(/[\\,]/g,`\\$&`)}function Ai(e){return e.toString().replaceAll(`%2C`,`,`)}function ji(e,t){return Number(e.toFixed(t))}function Mi(e,t){let n={};return e.types.length&&t!==`types`&&(n.type={oneOf:e.types}),e.statuses.length&&t!==`statuses`&&(n.status={oneOf:e.statuses}),e.countries.length&&t!==`countries`&&(n.countryCode={oneOf:e.countries}),e.publishers.length&&t!==`publishers`&&(n.publisher={oneOf:e.publishers}),e.actors.length&&(n.actor={oneOf:e.actors}),t!==`days`&&(e.days.from||e.days.to)&&(n.when={gte:e.days.from??null,lte:e.days.to??null}),e.killed&&(n.killed={gte:e.killed}),t!==`places`&&(e.locations.length&&(n.location={oneOf:e.locations}),e.box&&(n.within={...e.box})),e.circle&&(n.near={...e.circle}),ci(n,e.others)}function Ni(e,t){return{where:Mi(e,t),search:e.search??null}}var Pi={newest:{field:`DATE`,direction:`DESC`},oldest:{field:`DATE`,direction:`ASC`},deadliest:{field:`KILLED`,direction:`DESC`},best:{field:`RELEVANCE`,direction:`DESC`}},Fi={xlsx:`Excel (XLSX), for spreadsheets`,csv:`CSV, for scripts and statistics`,geojson:`GeoJSON, for maps on the web`,kml:`KML, for Google Earth`,gpkg:`GeoPackage, for QGIS and ArcGIS`,parquet:`Parquet, for notebooks`,arrow:`Arrow, for data frames`};function Ii(e,t){let n=Ai(Ri(e));return`/v1/events.${t}${n&&`?`}${n}`}function Li(e,t){let n=Ai(Ri(e));return`/v1/events.${t}${n&&`?`}${n}`}function Ri(e){let t=Oi(e);return Ue()&&!t.has(`basis`)&&t.set(`basis`,`STATED`),t}function zi(e,t){return`/graphql#${new URLSearchParams({query:e,variables:JSON.stringify(t)})}`}function Bi(e){return Oi(e).size>0}function Y({what:e,lines:t=3}){return B(`div`,{class:`waiting`,role:`status`,children:[B(`span`,{class:`unseen`,children:[`Loading `,e,` …`]}),Array.from({length:t},(e,t)=>B(`i`,{},t))]})}function Vi({title:e,heading:t=`h2`,children:n}){return B(`div`,{class:`empty`,children:[B(t,{children:e}),n]})}function X({failure:e,retry:t}){return B(`div`,{class:`broken`,role:`alert`,children:[B(`p`,{children:[B(`strong`,{children:e.message}),` `,e.hint]}),t&&B(`button`,{type:`button`,onClick:t,children:`Try again`})]})}function Hi({name:e,countryCode:t}){let n=t?K(t):void 0;return n&&n!==e?`${e}, ${n}`:e}function Ui({basis:e}){return e===`MODEL`?B(`span`,{class:`by-model`,title:`This was ${gn[e]}, and not by the rules`,children:[B(`span`,{class:`unseen`,children:` (by the `}),`model`,B(`span`,{class:`unseen`,children:`)`})]}):e&&e!==`STATED`?B(`span`,{class:`taken`,title:`This was ${gn[e]}`,children:[B(`span`,{"aria-hidden":`true`,children:`*`}),B(`span`,{class:`unseen`,children:[` (`,gn[e],`)`]})]}):null}function Wi({basis:e,model:t}){return e===`MODEL`?B(`span`,{class:`stamp by-model`,title:`Only a language model tells of it: ${t??`its name is not known`}`,children:`Model only`}):null}function Gi({event:e,lit:t,heading:n=`h3`,onPoint:r}){let i=r&&{onMouseEnter:()=>r(!0),onMouseLeave:()=>r(!1),onFocusCapture:()=>r(!0)};return B(`article`,{class:`card ${W(e.type)} ${t?`lit`:``}`,"data-event":e.id,...i,children:[B(`p`,{class:`card-top`,children:[B(Yi,{type:e.type,mode:e.mode}),B(Xi,{status:e.status}),B(Wi,{basis:e.basis,model:e.model})]}),B(n,{children:B(`a`,{href:`/event/${e.id}`,children:[B(Zi,{event:e}),rn(Ki(e),260)]})}),B(`p`,{class:`card-facts`,children:[B(Qi,{count:e.killed,word:`killed`}),B(Qi,{count:e.injured,word:`injured`}),B($i,{participants:e.participants})]}),B(ea,{event:e})]})}function Ki({summary:e,reports:t}){return t.nodes[0]?.summary||e}var qi=/^(about|at least|nearly|some|more than|over|around)?\s*([\d.,\s]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|several|many)$/i;function Ji({actor:e,nameAsWritten:t}){return e!==null||!qi.test(t.trim())}function Yi({type:e,mode:t}){return B(`span`,{class:`type ${W(e)}`,children:[U[e].name,t&&B(`span`,{class:`mode`,children:[` · `,t]})]})}function Xi({status:e}){let{name:t,meaning:n}=G[e];return e===`REPORTED`?null:B(`span`,{class:`stamp ${e.toLowerCase()}`,title:n,children:t})}function Zi({event:e}){let t=Zt(e.when);return B(`span`,{class:`dateline`,children:[e.location&&B(`b`,{children:Hi(e.location)}),B(Ui,{basis:e.locationBasis}),e.location&&t&&`, `,t&&B(`time`,{children:t}),e.when.basis!==`PUBLICATION`&&B(Ui,{basis:e.when.basis}),!e.location&&!t&&B(`i`,{children:`No place or date`}),B(`span`,{"aria-hidden":`true`,children:` — `})]})}function Qi({count:e,word:t}){return e?B(`span`,{class:`toll ${t}`,title:`As written: ${e.text}`,children:[B(`b`,{children:nn(e)}),` `,t,B(Ui,{basis:e.basis})]}):null}function $i({participants:e,most:t=3}){let n=e.filter(Ji);return B(y,{children:[...new Set(n.map(({role:e})=>e))].map(e=>{let r=n.filter(t=>t.role===e);return B(`span`,{class:`who`,children:[B(`em`,{children:vn[e]}),` `,r.slice(0,t).map((e,t)=>B(`span`,{children:[t>0&&`, `,e.actor?B(`a`,{href:`/actor/${e.actor.id}`,children:e.actor.name}):e.nameAsWritten,B(Ui,{basis:e.basis})]},e.nameAsWritten)),r.length>t&&` and ${r.length-t} more`]},e)})})}function ea({event:e}){let{nodes:t,totalCount:n}=e.reports,r=[...new Set(t.map(({article:e})=>e.publisher??`an unnamed publisher`))],i=new Map(t.flatMap(({saidBy:e})=>e?[[e.id,e.name]]:[]));return B(`p`,{class:`card-sources`,children:[n>1&&B(`b`,{children:[L(n,`report`),`: `]}),r.join(`, `),i.size>0&&` · according to `,[...i].slice(0,2).map(([e,t],n)=>B(`span`,{children:[n>0&&`, `,B(`a`,{href:`/actor/${e}`,children:t})]},e))]})}function ta({events:e,empty:t,lit:n,onPoint:r,heading:i=`h3`}){let{nodes:a,total:o,failure:s,waiting:c,more:l,retry:u}=e;return a.length===0?s?B(X,{failure:s,retry:u}):c||o===void 0?B(Y,{what:`events`,lines:9}):B(y,{children:t}):B(`div`,{class:`cards`,"aria-busy":c,children:[a.map(e=>B(Gi,{event:e,heading:i,lit:n?.(e)??!1,...r&&{onPoint:t=>r(t?e:void 0)}},e.id)),s&&B(X,{failure:s,retry:u}),B(na,{more:l,shown:a.length,total:o})]})}function na({more:e,shown:t,total:n}){return e?B(`p`,{class:`more`,children:[B(`button`,{type:`button`,onClick:e,children:`Show more`}),n!==void 0&&B(`span`,{class:`aside`,children:[I(t),` of `,I(n)]})]}):null}var ra=400,ia=864e5;function aa(e,t,n){let r=e.flatMap(({events:e,keys:t})=>t[0]?.value?[{at:t[0].value,type:t[1]?.value,events:e}]:[]),i=ua(e.filter(({keys:e})=>!e[0]?.value).map(({events:e})=>e));if(n?.from&&n.to){let{from:e,to:t}={from:n.from,to:n.to};r=r.filter(({at:n})=>n>=e.slice(0,n.length)&&n<=t.slice(0,n.length))}let a=r.map(({at:e})=>e).toSorted(),[o,s]=[n?.from??a[0],n?.to??a.at(-1)];if(!o||!s)return{bins:[],unit:`MONTH`,undated:i};let c=t===`MONTH`&&fa(o,s,`MONTH`)>ra?`YEAR`:t,l=new Map(ma(o,s,c).map(e=>[da(e.from,c),e]));for(let{at:e,type:t,events:n}of r){let r=l.get(da(e,c));if(r&&(r.events+=n,t)){let e=W(t);r.families={...r.families,[e]:(r.families?.[e]??0)+n}}}return{bins:[...l.values()],unit:c,undated:i}}function oa(e,t,n){let r=sa(t,7);return[...sa(e,7)].map(([e,t])=>({...ca(e),events:t-(r.get(e)??0)})).filter(({from:e,to:t,events:r})=>r>0&&(!n.to||e<=n.to)&&(!n.from||t>=n.from)).toSorted((e,t)=>e.from.localeCompare(t.from))}function sa(e,t){let n=new Map;for(let{events:r,keys:i}of e){let e=i[0]?.value?.slice(0,t);e&&n.set(e,(n.get(e)??0)+r)}return n}function ca(e){let t=R(`${e.slice(0,7)}-01`);return{from:va(t),to:va(new Date(ga(t,`MONTH`).getTime()-ia))}}function la({from:e,to:t}){return{from:e&&ca(e).from,to:t&&ca(t).to}}function ua(e){return e.reduce((e,t)=>e+t,0)}function da(e,t){return e.slice(0,{DAY:10,MONTH:7,YEAR:4}[t])}function fa(e,t,n){let[r,i]=[R(pa(e)),R(pa(t))],a=i.getUTCFullYear()-r.getUTCFullYear();return{DAY:(i.getTime()-r.getTime())/ia,MONTH:a*12,YEAR:a}[n]}function pa(e){return`${e}-01-01`.slice(0,10)}function ma(e,t,n){let r=[],i=R(pa(t)),a=ha(R(pa(e)),n);for(;a<=i;){let e=ga(a,n);r.push({from:va(a),to:va(new Date(e.getTime()-ia)),events:0}),a=e}return r}function ha(e,t){let[n,r]=[e.getUTCFullYear(),t===`YEAR`?0:e.getUTCMonth()];return _a(n,r,t===`DAY`?e.getUTCDate():1)}function ga(e,t){let[n,r,i]=[e.getUTCFullYear(),e.getUTCMonth(),e.getUTCDate()];return{DAY:_a(n,r,i+1),MONTH:_a(n,r+1,1),YEAR:_a(n+1,0,1)}[t]}function _a(e,t,n){let r=new Date(0);return r.setUTCFullYear(e,t,n),r}function va(e){return e.toISOString().slice(0,10)}function ya({from:e,to:t}){return e&&t?(R(t).getTime()-R(e).getTime())/ia+1:1/0}function ba(e,{from:t,to:n}){let r=t?e.findIndex(e=>e.to>=t):0,i=n?e.findLastIndex(e=>e.from<=n):e.length-1;return r>=0&&i>=r?{first:r,last:i}:void 0}var xa=[`Jan`,`Feb`,`Mar`,`Apr`,`May`,`Jun`,`Jul`,`Aug`,`Sept`,`Oct`,`Nov`,`Dec`];function Sa(e,t,n){let r=Math.max(2,Math.floor(n/64)),i={DAY:[1,2,7,14,28],MONTH:[1,3,6,12,24,60,120],YEAR:[1,2,5,10,20,50,100]}[t],a=i.find(t=>e.length/t<=r)??i.at(-1);return e.flatMap((e,n)=>Ca(e,n,t,a)?[{index:n,text:wa(e,t,a)}]:[])}function Ca({from:e},t,n,r){let[i,a]=[Number(e.slice(0,4)),Number(e.slice(5,7))-1];return(n===`DAY`?t:n===`MONTH`?i*12+a:i)%r===0}function wa({from:e},t,n){let[r,i,a]=[e.slice(0,4),xa[Number(e.slice(5,7))-1],Number(e.slice(8))];return t===`DAY`?`${a} ${i}`:t===`MONTH`&&n<12&&i!==`Jan`?i:r}function Ta({edge:e,bins:t,brushed:n,step:r,onDays:i}){let a=j(void 0),{first:o,last:s}=n??{first:0,last:t.length-1},c=e===`first`?o:s,l=(n,r)=>{let a=e===`first`?Math.max(0,Math.min(n,s)):Math.min(t.length-1,Math.max(n,o)),[c,l]=e===`first`?[a,s]:[o,a];i({from:t[c]?.from,to:t[l]?.to},r)};return B(`button`,{type:`button`,class:n?`handle`:`handle resting`,role:`slider`,"aria-label":e===`first`?`From`:`To`,"aria-valuemin":0,"aria-valuemax":t.length-1,"aria-valuenow":c,"aria-valuetext":z((e===`first`?t[c]?.from:t[c]?.to)??``),style:{left:`${(e===`first`?o:s+1)*r}px`},onKeyDown:e=>{let r={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1,PageDown:-6,PageUp:6,Home:-t.length,End:t.length}[e.key];r?(e.preventDefault(),l(c+r,!0)):e.key===`Escape`&&n&&i({},!0)},onPointerDown:e=>{e.currentTarget.setPointerCapture(e.pointerId),a.current=e.clientX-c*r},onPointerMove:e=>{a.current!==void 0&&l(Math.round((e.clientX-a.current)/r),!1)},onPointerUp:e=>{a.current!==void 0&&(l(Math.round((e.clientX-a.current)/r),!0),a.current=void 0)}})}var Ea=74,Da={DAY:`day`,MONTH:`month`,YEAR:`year`};function Oa(e){let{bins:t,unit:n,days:r,onDays:i,lit:a,onPoint:o}=e,[s,c]=dn(),[l,u]=k(),[d,f]=k(),p=j(void 0),m=t.length?c.width/t.length:0,h=Math.max(1,...t.map(e=>e.events),...e.monthly.map(({events:e})=>e)),g=r.from||r.to?ba(t,r):void 0,_=e=>{let n=e.clientX-e.currentTarget.getBoundingClientRect().left;return Math.max(0,Math.min(t.length-1,Math.floor(n/m)))},v=(e,n)=>({from:t[Math.min(e,n)]?.from,to:t[Math.max(e,n)]?.to}),b=e=>{f(e),o(e===void 0?void 0:v(e,e))};return B(`section`,{class:`timeline`,"aria-label":`Timeline`,children:[B(`div`,{class:`timeline-head`,children:[B(`p`,{class:`timeline-words`,role:`status`,children:ka(e,d,g)}),B(`p`,{class:`timeline-tools`,children:[e.undated>0&&B(`span`,{class:`aside`,children:[I(e.undated),` without an exact month`]}),g&&B(y,{children:[B(`button`,{type:`button`,class:`small`,onClick:()=>e.onSpan(v(g.first,g.last)),children:`Zoom to it`}),B(`button`,{type:`button`,class:`small`,onClick:()=>i({},!0),children:`All dates`})]}),e.span&&B(`button`,{type:`button`,class:`small`,onClick:()=>e.onSpan(void 0),children:`Whole timeline`})]})]}),B(`div`,{ref:s,class:`timeline-plot`,onPointerDown:e=>{e.button!==0||t.length===0||e.target.closest(`button`)||(e.currentTarget.setPointerCapture(e.pointerId),u(_(e)),p.current=void 0)},onPointerMove:e=>{let t=_(e);t!==d&&b(t),l!==void 0&&(t!==l||p.current)&&(p.current=v(l,t),i(p.current,!1))},onPointerUp:e=>{if(l!==void 0){let t=g&&g.first===g.last&&g.first===l;i(p.current??(t?{}:v(l,_(e))),!0)}u(void 0)},onPointerLeave:()=>l===void 0&&b(void 0),children:[B(Aa,{bins:t,monthly:e.monthly,step:m,tallest:h,width:c.width}),a.flatMap(e=>ja(t,e,m)),d!==void 0&&B(Ma,{name:`pointed`,first:d,last:d,step:m}),g&&B(y,{children:[B(Ma,{name:`veil`,first:0,last:g.first-1,step:m}),B(Ma,{name:`veil`,first:g.last+1,last:t.length-1,step:m}),B(Ma,{name:`brush`,first:g.first,last:g.last,step:m})]}),t.length>0&&B(y,{children:[B(Ta,{edge:`first`,bins:t,brushed:g,step:m,onDays:i}),B(Ta,{edge:`last`,bins:t,brushed:g,step:m,onDays:i})]})]}),B(Na,{bins:t,unit:n,step:m,width:c.width})]})}function ka(e,t,n){let{bins:r,unit:i,failure:a}=e;if(a)return a.message;if(r.length===0)return`No event here has an exact date.`;let[o,s]=t===void 0?[n?.first??0,n?.last??r.length-1]:[t,t],c=r.slice(o,s+1).reduce((e,t)=>e+t.events,0),l=Qt(r[o]?.from??``,r[s]?.to??``),u={from:r[o]?.from??``,to:r[s]?.to??``},d=e.monthly.filter(({from:e,to:t})=>e<=u.to&&t>=u.from).reduce((e,{events:t})=>e+t,0),f=t===void 0&&!n?`, a bar for each ${Da[i]}`:``;return B(y,{children:[B(`b`,{children:l}),` `,L(c,`dated event`),f,d>0&&B(`span`,{class:`loose`,children:[` and `,I(d),` known to the month only`]})]})}function Aa({bins:e,monthly:t,step:n,tallest:r,width:i}){let a=+(n>4),o=new Map;return e.forEach((e,t)=>{let i=Ea,s=e.families?H.map(t=>[t,e.families?.[t]??0]):[[`all`,e.events]];for(let[e,c]of s){let s=c?Math.max(2,c/r*66):0;if(i-=s,s){let r=`M${(t*n).toFixed(2)} ${i.toFixed(2)}h${Math.max(n-a,.5).toFixed(2)}v${s.toFixed(2)}h${(-Math.max(n-a,.5)).toFixed(2)}z`;o.set(e,(o.get(e)??``)+r)}}}),B(`svg`,{width:i,height:Ea,role:`img`,"aria-label":`Events over time, at most ${L(r,`event`)} a bar`,children:[t.length>0&&B(`defs`,{children:B(`pattern`,{id:`month-only`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:B(`rect`,{class:`stripe`,width:`2`,height:`6`})})}),t.map(t=>{let i=ba(e,t),a=Math.max(4,t.events/r*66);return i?B(`rect`,{class:`month-only`,fill:`url(#month-only)`,x:i.first*n+1,width:Math.max(1,(i.last-i.first+1)*n-2),y:Ea-a,height:a},t.from):null}),[...o].map(([e,t])=>B(`path`,{class:`bar ${e}`,d:t,children:e!==`all`&&B(`title`,{children:fn[e]})},e))]})}function ja(e,t,n){let r=ba(e,t);return r?[B(Ma,{name:`lit`,...r,step:n},`${t.from}${t.to}`)]:[]}function Ma({name:e,first:t,last:n,step:r}){return n<t?null:B(`div`,{class:`band ${e}`,style:{left:`${t*r}px`,width:`${(n-t+1)*r}px`}})}function Na({bins:e,unit:t,step:n,width:r}){return B(`div`,{class:`timeline-axis`,"aria-hidden":`true`,children:Sa(e,t,r).filter(({index:e})=>e*n<r-34).map(({index:e,text:t})=>B(`span`,{style:{left:`${e*n}px`},children:t},e))})}var Pa=1e3,Fa=190;function Ia(e,t){let n=La(e,`MONTH`,!0),r=M(()=>aa(n.data??[],`MONTH`),[n.data]),i={from:r.bins[0]?.from,to:r.bins.at(-1)?.to},a=t??i,o=ya(a)<=Fa,s=la(a),c={...e.where,when:{gte:s.from??null,lte:s.to??null}},l=La({...e,where:c},`DAY`,o&&n.data!==void 0);return M(()=>{let e=o?l.data:n.data,{bins:i,unit:s}=e?aa(e,o?`DAY`:`MONTH`,o?a:t):r;return{bins:i,unit:s,monthly:o&&e?oa(n.data??[],e,a):[],undated:r.undated,failure:n.failure,retry:n.retry,ready:e!==void 0}},[r,l.data,n.failure,o,t?.from,t?.to])}function La(e,t,n){let r=P(It,n?{...e,by:[t,`TYPE`],first:Pa}:void 0),i=n&&(r.data?.eventStats.length??0)>=1e3,a=P(It,i?{...e,by:[t],first:Pa}:void 0),o=i?a:r;return{...o,data:n?o.data?.eventStats:void 0}}function Ra({label:e,active:t,children:n}){let[r,i]=k(!1),a=j(null),o=j(null),s=j(null),c=je(),l=()=>{i(!1),o.current?.focus()};return A(()=>{if(!r)return;let e=e=>{a.current?.contains(e.target)||i(!1)};return document.addEventListener(`pointerdown`,e),document.addEventListener(`focusin`,e),()=>{document.removeEventListener(`pointerdown`,e),document.removeEventListener(`focusin`,e)}},[r]),Ae(()=>{let[e,t]=[o.current,s.current];if(!r||!e||!t)return;let n=()=>Wa(t,e.getBoundingClientRect());n();let i=new ResizeObserver(n);return i.observe(t),window.addEventListener(`resize`,n),window.addEventListener(`scroll`,n,!0),()=>{i.disconnect(),window.removeEventListener(`resize`,n),window.removeEventListener(`scroll`,n,!0)}},[r]),B(`div`,{class:`menu`,ref:a,onKeyDown:e=>{e.key===`Escape`&&r&&(e.stopPropagation(),l())},children:[B(`button`,{ref:o,type:`button`,class:t?`menu-button active`:`menu-button`,"aria-expanded":r,"aria-controls":r?c:void 0,onClick:()=>i(!r),children:[e,B(V,{name:`down`})]}),r&&B(`div`,{ref:s,id:c,class:`menu-panel`,children:n(l)})]})}var za=6,Ba=8,Va=480,Ha=260,Ua=700;function Wa(e,t){let{style:n}=e;if(window.innerWidth<=Ua){n.left=n.top=n.bottom=n.maxHeight=``;return}let[r,i]=[window.innerHeight-t.bottom-za-Ba,t.top-za-Ba],a=r<Ha&&i>r;n.maxHeight=`${Math.min(Va,a?i:r)}px`,n.left=`${Math.max(Ba,Math.min(t.left,window.innerWidth-e.offsetWidth-Ba))}px`,n.top=a?`auto`:`${t.bottom+za}px`,n.bottom=a?`${window.innerHeight-t.top+za}px`:`auto`}var Ga=12;function Ka({title:e,choices:t,chosen:n,onChange:r,mark:i}){let[a,o]=k(``);if(!t)return B(Y,{what:e});let s=t.filter(({name:e})=>e.toLowerCase().includes(a.toLowerCase())),c=e=>r(n.includes(e)?n.filter(t=>t!==e):[...n,e]);return B(`fieldset`,{class:`checks ${i??``}`,children:[B(`legend`,{children:e}),t.length>Ga&&B(`input`,{type:`search`,"aria-label":`Find: ${e}`,placeholder:`Find`,value:a,onInput:e=>o(e.currentTarget.value)}),s.map(({value:e,name:t,note:r,count:i})=>B(`label`,{class:i===0?`none`:``,title:r,children:[B(`input`,{type:`checkbox`,checked:n.includes(e),onChange:()=>c(e)}),B(`span`,{children:t}),i!==void 0&&B(`span`,{class:`aside`,children:I(i)})]},e)),s.length===0&&B(`p`,{class:`aside`,children:`Nothing to choose from.`})]})}function qa({note:e,name:t,matched:n,kind:r}){let i=e?.split(`, `).map(e=>yn[e]??bn[e]??K(e))??[],a=n!==t&&r!==`TYPE`?`also ${n}`:``;return[...i,a].filter(Boolean).join(`, `)}function Ja(e){let t=e.toLowerCase();return pn.filter(e=>[e,U[e].name].some(e=>e.toLowerCase().split(` `).some(e=>e.startsWith(t)))).map(e=>({address:`/?type=${e}`,name:U[e].name,note:`type of event`}))}var Ya={ACTOR:`actor`,LOCATION:`place`,PUBLISHER:`publisher`,TYPE:`type`};function Xa(e,t){let n={...li,search:e};return[{address:`/search?${new URLSearchParams({q:e})}`,name:`Everything with “${e}”`,note:``},{address:`/?${Ai(Oi(n))}`,name:`Events with “${e}”`,note:`map and timeline`},...Ja(e).slice(0,2),...t.map(e=>({address:Za(e),name:e.name,note:qa(e)||Ya[e.kind]}))]}function Za({kind:e,value:t}){switch(e){case`ACTOR`:return`/actor/${t}`;case`LOCATION`:return`/location/${t}`;case`PUBLISHER`:return`/?${Ai(Oi({...li,publishers:[t]}))}`;default:return`/?type=${t}`}}function Qa({kind:e,label:t,add:n}){let[r,i]=k(``),a=r.trim().slice(0,100),{data:o,waiting:s}=P(Rt,a?{text:a,kinds:[e],first:10}:void 0),c=a?o?.suggestions:[];return B(`div`,{class:`finder`,children:[B(`label`,{children:[B(`span`,{children:t}),B(`input`,{type:`search`,value:r,placeholder:`Begin to type a name`,onInput:e=>i(e.currentTarget.value)})]}),B(`ul`,{class:`choices`,"aria-busy":s,children:c?.map(e=>B(`li`,{children:B(`button`,{type:`button`,onClick:()=>n(e.value,e.name),children:[B(`span`,{children:[e.name,` `,B(`span`,{class:`aside`,children:qa(e)})]}),B(`span`,{class:`aside`,children:I(e.count)})]})},e.value))}),a&&c?.length===0&&B(`p`,{class:`aside`,children:`Nothing of that name is known.`})]})}function $a({filter:e,narrow:t,problems:n}){return B(`section`,{class:`filters`,"aria-label":`Filters`,children:[B(`div`,{class:`filter-row`,children:[B(so,{filter:e,narrow:t}),B(Ra,{label:`Type`,active:e.types.length>0,children:()=>B(no,{filter:e,narrow:t})}),B(Ra,{label:`Status`,active:e.statuses.length>0,children:()=>B(ro,{filter:e,narrow:t})}),B(Ra,{label:`Country`,active:e.countries.length>0,children:()=>B(io,{filter:e,narrow:t})}),B(Ra,{label:`Place`,active:e.locations.length>0,children:n=>B(Qa,{kind:`LOCATION`,label:`Where it happened`,add:r=>{t({locations:[...new Set([...e.locations,r])]}),n()}})}),B(Ra,{label:`Actor`,active:e.actors.length>0,children:n=>B(Qa,{kind:`ACTOR`,label:`Who has a part in it`,add:r=>{t({actors:[...new Set([...e.actors,r])]}),n()}})}),B(Ra,{label:`Publisher`,active:e.publishers.length>0,children:()=>B(ao,{filter:e,narrow:t})}),B(Ra,{label:`Date`,active:!!(e.days.from||e.days.to),children:()=>B(co,{days:e.days,onDays:e=>t({days:e})})}),B(Ra,{label:`Killed`,active:!!e.killed,children:n=>B(lo,{filter:e,narrow:t,close:n})})]}),Bi(e)&&B(uo,{filter:e,narrow:t}),n.length>0&&B(`div`,{class:`problems`,role:`alert`,children:B(`ul`,{children:n.map(e=>B(`li`,{children:e},e))})})]})}function eo(e,t,n){let{data:r}=P(It,{...Ni(e,t),by:[n],first:300});return r?.eventStats}function to(e,t){return e&&(e.find(({keys:e})=>e[0]?.value===t)?.events??0)}function no({filter:e,narrow:t}){let n=eo(e,`types`,`TYPE`);return B(y,{children:H.map(r=>B(Ka,{title:fn[r],mark:r,choices:mn(r).map(e=>({value:e,name:U[e].name,count:to(n,e)})),chosen:e.types,onChange:e=>t({types:e})},r))})}function ro({filter:e,narrow:t}){let n=eo(e,`statuses`,`STATUS`);return B(Ka,{title:`Status`,choices:Object.keys(G).map(e=>({value:e,name:G[e].name,note:G[e].meaning,count:to(n,e)})),chosen:e.statuses,onChange:e=>t({statuses:e})})}function io({filter:e,narrow:t}){return B(Ka,{title:`Country`,choices:oo(eo(e,`countries`,`COUNTRY`),e.countries,K),chosen:e.countries,onChange:e=>t({countries:e})})}function ao({filter:e,narrow:t}){return B(Ka,{title:`Publisher`,choices:oo(eo(e,`publishers`,`PUBLISHER`),e.publishers,e=>e),chosen:e.publishers,onChange:e=>t({publishers:e})})}function oo(e,t,n){if(!e)return;let r=e.flatMap(({events:e,keys:t})=>t[0]?.value?[{value:t[0].value,count:e}]:[]),i=t.filter(e=>!r.some(t=>t.value===e)).map(e=>({value:e,count:0}));return[...r,...i].map(e=>({...e,name:n(e.value)}))}function so({filter:e,narrow:t}){let[n,r]=k(e.search??``);A(()=>r(e.search??``),[e.search]);let i=()=>{let r=n.trim()||void 0;r!==e.search&&t({search:r})};return B(`form`,{class:`words`,onSubmit:e=>{e.preventDefault(),i()},children:B(`input`,{type:`search`,"aria-label":`Events with these words`,placeholder:`With the words …`,maxLength:500,value:n,onInput:e=>r(e.currentTarget.value),onBlur:i})})}function co({days:e,onDays:t}){let n=(n,r)=>B(`label`,{children:[B(`span`,{children:r}),B(`input`,{type:`date`,value:e[n]??``,onChange:r=>t({...e,[n]:r.currentTarget.value||void 0})})]});return B(`div`,{class:`dates`,children:[n(`from`,`From`),n(`to`,`To`),B(`p`,{class:`aside`,children:`Events without a date are left out.`})]})}function lo({filter:e,narrow:t,close:n}){return B(`form`,{class:`dates`,onSubmit:e=>{e.preventDefault(),n()},children:B(`label`,{children:[B(`span`,{children:`Killed, at least`}),B(`input`,{type:`number`,min:1,max:999999999,defaultValue:e.killed??``,onChange:e=>t({killed:Number(e.currentTarget.value)||void 0})})]})})}function uo({filter:e,narrow:t}){let n=[...e.actors,...e.locations],{data:r}=P(zt,n.length?{ids:n}:void 0),i=e=>{let t=r?.nodes.find(t=>t?.id===e);return t&&`name`in t?t.name??e:`…`},a=(e,t)=>e.filter(e=>e!==t);return B(`ul`,{class:`chosen`,"aria-label":`Filtered by`,children:[e.search&&B(Z,{text:`“${e.search}”`,drop:()=>t({search:void 0})}),e.types.map(n=>B(Z,{text:U[n].name,drop:()=>t({types:a(e.types,n)})},n)),e.statuses.map(n=>B(Z,{text:G[n].name,drop:()=>t({statuses:a(e.statuses,n)})},n)),e.countries.map(n=>B(Z,{text:K(n),drop:()=>t({countries:a(e.countries,n)})},n)),e.actors.map(n=>B(Z,{text:i(n),drop:()=>t({actors:a(e.actors,n)})},n)),e.locations.map(n=>B(Z,{text:`at ${i(n)}`,drop:()=>t({locations:a(e.locations,n)})},n)),e.publishers.map(n=>B(Z,{text:n,drop:()=>t({publishers:a(e.publishers,n)})},n)),(e.days.from||e.days.to)&&B(Z,{text:mo(e.days),drop:()=>t({days:{}})}),e.killed&&B(Z,{text:`${I(e.killed)} or more killed`,drop:()=>t({killed:void 0})}),e.box&&B(Z,{text:`inside the box`,drop:()=>t({box:void 0})}),e.circle&&B(Z,{text:po(e.circle),drop:()=>t({circle:void 0})}),e.others.map(n=>B(Z,{text:si[n.name]?.words(n.values)??n.name,drop:()=>t({others:a(e.others,n)})},n.name)),B(`li`,{children:B(`button`,{type:`button`,class:`small`,onClick:()=>t(fo),children:`Clear all`})})]})}var fo={...li,search:void 0,killed:void 0,box:void 0,circle:void 0};function po({latitude:e,longitude:t,radiusKm:n}){return`within ${I(n)} km of ${e}, ${t}`}function mo({from:e,to:t}){return e&&t?Qt(e,t):e?`since ${Qt(e,e)}`:`until ${Qt(t??``,t??``)}`}function Z({text:e,drop:t}){return B(`li`,{children:B(`button`,{type:`button`,class:`chip`,onClick:t,"aria-label":`Remove: ${e}`,children:[e,B(V,{name:`close`})]})})}function ho({filter:e,narrow:t}){let n=t=>mn(t).every(t=>e.types.includes(t)),r=r=>{let i=mn(r),a=e.types.filter(e=>!i.includes(e));t({types:n(r)?a:[...a,...i]})};return B(`div`,{class:`legend`,role:`group`,"aria-label":`Colours`,children:H.map(e=>B(`button`,{type:`button`,class:`key ${e}`,"aria-pressed":n(e),onClick:()=>r(e),children:fn[e]},e))})}function go({filter:e,variables:t}){return B(`div`,{class:`takeaway`,children:[B(Ra,{label:B(y,{children:[B(V,{name:`save`}),` Download`]}),children:()=>B(`ul`,{class:`choices`,children:[Object.keys(Fi).map(t=>B(`li`,{children:B(`a`,{href:Ii(e,t),download:!0,children:Fi[t]})},t)),B(`li`,{children:B(`a`,{href:Li(e,`atom`),children:`Feed (Atom), for readers of feeds`})}),B(`li`,{children:B(`a`,{href:Li(e,`feed.json`),children:`Feed (JSON), for programs`})})]})}),B(`a`,{class:`plain-button`,href:zi(Ft.toString(),t),target:`_blank`,rel:`noreferrer`,children:`As GraphQL`})]})}var _o=new Map,vo=100;function yo(e,t){let n=P(It,{...e,by:[`LOCATION`,`TYPE`],first:Pa}),r=(n.data?.eventStats.length??0)>=Pa,i=r&&t?wo(t):void 0,a=P(It,i&&!e.where.within?{...e,where:{...e.where,within:i},by:[`LOCATION`,`TYPE`],first:Pa}:void 0),o=(i&&a.data?a.data:n.data)?.eventStats,s=M(()=>So(o??[]),[o,xo(o?.flatMap(({keys:e})=>e[0]?.value??[])??[])]),c=bo(n.data?.eventStats??[])-bo(s),l=(i&&a.data?a.data.eventStats.length:n.data?.eventStats.length??0)>=Pa;return{spots:s,unplaced:r?0:c,full:l,failure:n.failure,retry:n.retry,ready:o!==void 0}}function bo(e){return e.reduce((e,{events:t})=>e+t,0)}function xo(e){let[t,n]=k(_o.size),r=[...new Set(e)].filter(e=>!_o.has(e));return A(()=>{let e=new AbortController;for(let t=0;t<r.length;t+=vo)$e(Lt,{ids:r.slice(t,t+vo)},e.signal).then(({nodes:e})=>{for(let t of e)t?.id&&_o.set(t.id,t);n(_o.size)},()=>void 0);return()=>e.abort()},[r.join()]),t}function So(e){let t=new Map;for(let{events:n,killed:r,keys:i}of e){let e=_o.get(i[0]?.value??``);if(e?.latitude==null||e.longitude==null)continue;let a=t.get(e.id)??Co(e,e.longitude,e.latitude);a.events+=n,a.killed+=r,a.families[W(i[1]?.value??``)]+=n,t.set(e.id,a)}return[...t.values()]}function Co({id:e,name:t,countryCode:n},r,i){return{id:e,name:t,countryCode:n,events:0,killed:0,families:Object.fromEntries(H.map(e=>[e,0])),...Mn(r,i)}}function wo({longitude:e,latitude:t,zoom:n}){let r=360/2**Math.floor(n);if(r>180)return;let[i,a]=[Math.round(e/r),Math.round(t/r)],o=e=>((e+180)%360+360)%360-180;return{south:Math.max(-90,(a-1.5)*r),north:Math.min(90,(a+1.5)*r),west:r*3>=360?-180:o((i-1.5)*r),east:r*3>=360?180:o((i+1.5)*r)}}var To=20,Eo=90;function Do({query:e,theme:t}){let n=M(()=>fi(e),[e]),[r,i]=k(),[a,o]=k({}),s=j(void 0);q(void 0);let c=(e,t=!1)=>{let n={...fi(window.location.search),...e},r=Di(n.order===`best`&&!n.filter.search?{...n,order:`newest`}:n);Wr(r?`/?${r}`:`/`,{replace:t})},l=e=>c({filter:{...fi(window.location.search).filter,...e}}),u=r?{...n.filter,days:r}:n.filter,d={...Ni(u),first:To,orderBy:Pi[n.order]},f=pt(Ft,d,e=>e.events),p=yo(Ni(u,`places`),n.view),m=Ia(Ni(n.filter,`days`),n.span),h=(e,t)=>{window.clearTimeout(s.current),t?(i(void 0),l({days:e})):s.current=window.setTimeout(()=>i(e),Eo)},g=e=>a.event?a.event.id===e.id:Oo(e,a.places)||ko(e,a.days),_=a.event?[a.event]:f.nodes.filter(g),v=new Set(a.places?[]:_.flatMap(({location:e})=>e?.id??[])),y=a.days?[]:_.flatMap(({when:e})=>e.earliest?[{from:e.earliest,to:e.latest??e.earliest}]:[]);return B(`main`,{id:`main`,class:`explore`,tabIndex:-1,"aria-label":`Explore events`,children:[f.total===0&&!Bi(u)&&B(`div`,{class:`first-steps`,children:B(Mo,{})}),B($a,{filter:n.filter,narrow:l,problems:n.problems}),B(`div`,{class:`plots`,children:[B(Tr,{spots:p.spots,measure:n.size,onMeasure:e=>c({size:e},!0),view:n.view,onView:e=>c({view:e},!0),box:n.filter.box,onBox:e=>l({box:e}),chosen:n.filter.locations,onChoose:({id:e})=>l({locations:n.filter.locations.includes(e)?[]:[e]}),lit:v,onPoint:e=>o(e?{places:e}:{}),theme:t,note:p.full?`The places with most events are shown; zoom in for more.`:void 0}),B(ho,{filter:n.filter,narrow:l}),p.failure&&B(X,{failure:p.failure,retry:p.retry}),B(Oa,{bins:m.bins,unit:m.unit,monthly:m.monthly,undated:m.undated,failure:m.failure,days:u.days,onDays:h,span:n.span,onSpan:e=>c({span:e}),lit:y,onPoint:e=>o(e?{days:e}:{})})]}),B(`section`,{class:`stories`,"aria-label":`Events`,"aria-busy":f.waiting,onMouseLeave:()=>o({}),children:[B(`div`,{class:`stories-head`,children:[B(`h1`,{"aria-live":`polite`,children:[f.total===void 0?`Events`:L(f.total,`event`),p.ready&&p.unplaced>0&&!u.box&&!u.locations.length&&B(`small`,{children:[I(p.unplaced),` of them not on the map`]})]}),B(Ao,{value:n.order,searching:!!n.filter.search,onChange:e=>c({order:e},!0)}),B(go,{filter:u,variables:d})]}),B(ta,{events:f,lit:g,heading:`h2`,onPoint:e=>o(e?{event:e}:{}),empty:B(jo,{filter:n.filter,clear:()=>c({filter:li})})})]})]})}function Oo({location:e},t){return e!=null&&(t?.includes(e.id)??!1)}function ko({when:e},t){let{earliest:n}=e;return n!==null&&t?.from!==void 0&&t.to!==void 0&&n<=t.to&&(e.latest??n)>=t.from}function Ao({value:e,searching:t,onChange:n}){return B(`label`,{class:`order`,children:[B(`span`,{children:`Order`}),B(`select`,{value:e,onChange:e=>n(e.currentTarget.value),children:[B(`option`,{value:`newest`,children:`Newest first`}),B(`option`,{value:`oldest`,children:`Oldest first`}),B(`option`,{value:`deadliest`,children:`Most killed first`}),t&&B(`option`,{value:`best`,children:`Best match first`})]})]})}function jo({filter:e,clear:t}){return Bi(e)?B(Vi,{title:`No event fits all of this`,children:[B(`p`,{children:`Take a part of the filter away, or begin anew.`}),B(`button`,{type:`button`,onClick:t,children:`Clear the filter`})]}):B(`p`,{class:`aside`,children:`What has been read stands here.`})}function Mo(){return B(Vi,{title:`Nothing has been read yet`,children:[B(`p`,{children:`Give Dateline articles, in the folder that it was started from:`}),B(`ol`,{children:[B(`li`,{children:[B(`code`,{children:`.venv/bin/python -m scripts.seed samples`}),` reads the sample articles that come along, in half a minute.`]}),B(`li`,{children:[B(`code`,{children:`.venv/bin/python -m scripts.seed FOLDER`}),` reads your own: text, HTML or JSON Lines.`]}),B(`li`,{children:[B(`code`,{children:`.venv/bin/python -m scripts.watch`}),` follows feeds, sitemaps and folders.`]})]}),B(`p`,{children:[`Then load this page again. Or `,B(`a`,{href:`/try`,children:`paste a text`}),` and see how it is read; nothing is stored.`]})]})}function No({what:e}){return q(`No such ${e}`),B(`main`,{id:`main`,class:`sheet`,tabIndex:-1,children:B(Vi,{title:`There is no such ${e}`,heading:`h1`,children:B(`p`,{children:[`The address may be cut short, or it is of another database. `,B(`a`,{href:`/`,children:`All events`})]})})})}var Po=250;function Fo({label:e,value:t,onChange:n}){let[r,i]=k(t),a=j(void 0);return A(()=>()=>window.clearTimeout(a.current),[]),B(`label`,{class:`field`,children:[B(`span`,{children:e}),B(`input`,{type:`search`,value:r,maxLength:200,onInput:e=>{let t=e.currentTarget.value;i(t),window.clearTimeout(a.current),a.current=window.setTimeout(()=>n(t.trim()),Po)}})]})}function Io({label:e,value:t,choices:n,onChange:r}){return B(`label`,{class:`field`,children:[B(`span`,{children:e}),B(`select`,{value:t,onChange:e=>r(e.currentTarget.value),children:n.map(([e,t])=>B(`option`,{value:e,children:t},e))})]})}function Lo({pages:e,noun:t,heads:n,row:r}){let{nodes:i,total:a,failure:o,retry:s,waiting:c,more:l}=e;return i.length===0?o?B(X,{failure:o,retry:s}):c||a===void 0?B(Y,{what:t[1],lines:9}):B(Vi,{title:`No ${t[1]} fit`}):B(y,{children:[B(`p`,{class:`aside`,"aria-live":`polite`,children:a!==void 0&&L(a,t[0],t[1])}),B(`div`,{class:`listing`,"aria-busy":c,children:B(`table`,{children:[B(`thead`,{children:B(`tr`,{children:n.map(e=>B(`th`,{scope:`col`,children:e},e))})}),B(`tbody`,{children:i.map(e=>B(`tr`,{children:r(e)},e.id))})]})}),o&&B(X,{failure:o,retry:s}),B(na,{more:l,shown:i.length,total:a})]})}var Ro={"":{field:`EVENT_COUNT`,direction:`DESC`},quotes:{field:`QUOTE_COUNT`,direction:`DESC`},name:{field:`NAME`,direction:`ASC`}};function zo({given:e,change:t}){let[n,r,i,a]=[`name`,`kind`,`countryCode`,`sort`].map(t=>e.get(t)??``),o=pt(Et,{where:{...n&&{name:{contains:n}},...r in yn&&{kind:{eq:r}},...i&&{countryCode:{eq:i.toUpperCase()}}},orderBy:Ro[a]??Ro[``],first:100},e=>e.actors);return B(y,{children:[B(`div`,{class:`controls`,children:[B(Fo,{label:`Name`,value:n,onChange:e=>t({name:e})}),B(Io,{label:`Kind`,value:r,choices:[[``,`All kinds`],...Object.entries(yn)],onChange:e=>t({kind:e})}),B(Io,{label:`Order`,value:a,choices:[[``,`Most events first`],[`quotes`,`Most quotes first`],[`name`,`By name`]],onChange:e=>t({sort:e})})]}),B(Lo,{pages:o,noun:[`actor`,`actors`],heads:[`Name`,`What it is`,`Events`,`Quotes`,`Articles`],row:e=>B(y,{children:[B(`td`,{children:B(`a`,{href:`/actor/${e.id}`,children:e.name})}),B(`td`,{children:[yn[e.kind],xn[e.sector],e.countryCode&&K(e.countryCode)].filter(Boolean).join(`, `)}),B(`td`,{class:`figure`,children:I(e.eventCount)}),B(`td`,{class:`figure`,children:I(e.quoteCount)}),B(`td`,{class:`figure`,children:I(e.articleCount)})]})})]})}var Bo={"":{field:`PUBLISHED_AT`,direction:`DESC`},oldest:{field:`PUBLISHED_AT`,direction:`ASC`}};function Vo({given:e,change:t}){let[n,r,i]=[`name`,`publisher`,`sort`].map(t=>e.get(t)??``),a=pt(Tt,{where:{...n&&{title:{contains:n}},...r&&{publisher:{eq:r}}},orderBy:Bo[i]??Bo[``],first:100},e=>e.articles);return B(y,{children:[B(`div`,{class:`controls`,children:[B(Fo,{label:`In the title`,value:n,onChange:e=>t({name:e})}),B(Io,{label:`Order`,value:i,choices:[[``,`Newest first`],[`oldest`,`Oldest first`]],onChange:e=>t({sort:e})}),r&&B(`button`,{type:`button`,class:`chip`,onClick:()=>t({publisher:``}),"aria-label":`Remove: ${r}`,children:[r,` ×`]})]}),B(Lo,{pages:a,noun:[`article`,`articles`],heads:[`Title`,`Publisher`,`Published`],row:e=>B(y,{children:[B(`td`,{children:[B(`a`,{href:`/article/${e.id}`,children:e.title??`Without a title`}),e.byline&&B(`span`,{class:`aside`,children:[` `,e.byline]})]}),B(`td`,{children:e.publisher??B(`span`,{class:`aside`,children:`not known`})}),B(`td`,{class:`figure`,children:e.publishedAt?z(e.publishedAt):B(`span`,{class:`aside`,children:`not known`})})]})})]})}var Ho={"":{field:`EVENT_COUNT`,direction:`DESC`},name:{field:`NAME`,direction:`ASC`}};function Uo({given:e,change:t}){let[n,r,i,a]=[`name`,`kind`,`countryCode`,`sort`].map(t=>e.get(t)??``),o=pt(Dt,{where:{...n&&{name:{contains:n}},...r in bn&&{kind:{eq:r}},...i&&{countryCode:{eq:i.toUpperCase()}}},orderBy:Ho[a]??Ho[``],first:100},e=>e.locations);return B(y,{children:[B(`div`,{class:`controls`,children:[B(Fo,{label:`Name`,value:n,onChange:e=>t({name:e})}),B(Io,{label:`Kind`,value:r,choices:[[``,`All kinds`],...Object.entries(bn)],onChange:e=>t({kind:e})}),B(Io,{label:`Order`,value:a,choices:[[``,`Most events first`],[`name`,`By name`]],onChange:e=>t({sort:e})})]}),B(Lo,{pages:o,noun:[`place`,`places`],heads:[`Name`,`What it is`,`Events right there`],row:e=>B(y,{children:[B(`td`,{children:B(`a`,{href:`/location/${e.id}`,children:Hi(e)})}),B(`td`,{children:bn[e.kind]}),B(`td`,{class:`figure`,children:I(e.eventCount)})]})})]})}var Wo=1e3;function Go({given:e,change:t}){let n=e.get(`name`)??``,{data:r,failure:i,retry:a}=P(It,{where:n?{publisher:{contains:n}}:{},by:[`PUBLISHER`],first:Wo}),o=n.toLowerCase(),s=r?.eventStats.filter(({keys:e})=>(e[0]?.value??``).toLowerCase().includes(o))??[];return B(y,{children:[B(`div`,{class:`controls`,children:B(Fo,{label:`Name`,value:n,onChange:e=>t({name:e})})}),i&&B(X,{failure:i,retry:a}),!i&&!r&&B(Y,{what:`publishers`,lines:9}),r&&s.length===0&&B(Vi,{title:`No publisher fits`}),s.length>0&&B(`div`,{class:`listing`,children:B(`table`,{children:[B(`thead`,{children:B(`tr`,{children:[B(`th`,{scope:`col`,children:`Publisher`}),B(`th`,{scope:`col`,children:`Events`}),B(`th`,{scope:`col`,children:B(`span`,{class:`unseen`,children:`Articles`})})]})}),B(`tbody`,{children:s.map(({events:e,keys:t})=>{let n=t[0]?.value;return B(`tr`,{children:[B(`td`,{children:n?B(`a`,{href:`/?${Ai(Oi({...li,publishers:[n]}))}`,children:n}):`Not known`}),B(`td`,{class:`figure`,children:I(e)}),B(`td`,{class:`figure`,children:n&&B(`a`,{href:`/articles?${new URLSearchParams({publisher:n})}`,children:`its articles`})})]},n)})})]})}),s.length>=Wo&&B(`p`,{class:`aside`,children:[`The `,I(Wo),` with most events are shown; find others by name.`]})]})}var Ko={"/articles":Vo,"/actors":zo,"/locations":Uo,"/publishers":Go},qo={"/articles":[`name`,`publisher`,`sort`],"/actors":[`name`,`kind`,`countryCode`,`sort`],"/locations":[`name`,`kind`,`countryCode`,`sort`],"/publishers":[`name`]};function Jo({path:e,query:t}){q(Vr[e]);let n=new URLSearchParams(t),r=Ko[e],i=t=>{let n=new URLSearchParams(window.location.search);Object.entries(t).forEach(([e,t])=>t?n.set(e,t):n.delete(e)),Wr(n.size>0?`${e}?${Ai(n)}`:e,{replace:!0})};if(!r)return B(No,{what:`list`});let a=[...new Set(n.keys())].filter(t=>!qo[e]?.includes(t));return B(`main`,{id:`main`,class:`sheet browse`,tabIndex:-1,children:[B(`h1`,{children:Vr[e]}),a.length>0&&B(`p`,{class:`problems`,role:`alert`,children:[a.join(`, `),`: not obeyed. This list takes `,qo[e]?.join(`, `),`.`]}),B(r,{given:n,change:i})]})}var Yo=`dateline:key`;function Xo(){try{return window.sessionStorage.getItem(Yo)??``}catch{return``}}function Zo(e){try{window.sessionStorage.setItem(Yo,e)}catch{}}function Qo(){let[e,t]=k(!1),[n,r]=k();return{busy:e,failure:n,make:(e,n,i)=>{t(!0),r(void 0),$e(e,n,void 0,Xo()).then(e=>{ot(),dt(),i(e)},e=>r(e instanceof N?e:new N(String(e),`Try again.`))).finally(()=>t(!1))}}}function $o(){window.location.reload()}function es({change:e,action:t,onSubmit:n}){let[r,i]=k(Xo),[a,o]=k(``);return B(`form`,{class:`reason`,onSubmit:e=>{e.preventDefault(),Zo(r.trim()),n(a.trim())},children:[B(`label`,{class:`field`,children:[B(`span`,{children:`Why`}),B(`textarea`,{required:!0,maxLength:2e3,rows:2,value:a,onInput:e=>o(e.currentTarget.value)})]}),B(`label`,{class:`field`,children:[B(`span`,{children:`Key that may correct`}),B(`input`,{type:`password`,required:!0,autocomplete:`off`,value:r,onInput:e=>i(e.currentTarget.value)})]}),B(`button`,{type:`submit`,class:`primary`,disabled:e.busy,children:t}),e.failure&&B(X,{failure:e.failure})]})}function ts({title:e,judgements:t}){return t.length===0?null:B(`section`,{"aria-label":e,children:[B(`h2`,{children:e}),B(`ul`,{class:`judgements`,children:t.map(e=>B(`li`,{children:B(rs,{judgement:e})},e.id))})]})}var ns={SAME_EVENT:`They are not one event`,SAME_ACTOR:`They are not one`,CORRECTION:`Take it back`,ARTICLE:`Delete the article`,REMOVAL:`Let it be read again`};function rs({judgement:e}){let{reason:t,score:n,madeBy:r,madeAt:i,withdrawn:a,reports:o,kind:s}=e;return B(`div`,{class:a?`judgement gone`:`judgement`,children:[B(`p`,{children:[t,n!==null&&B(`span`,{class:`aside`,children:[` · score `,n.toFixed(2)]})]}),B(`p`,{class:`aside`,children:[r??`The machine`,`, `,z(i),o.map(({id:e,article:t})=>B(`span`,{children:[` · `,B(`a`,{href:`/article/${t.id}`,children:t.publisher??`the article`})]},e)),a&&` · taken back by ${a.by}, ${z(a.at)}: ${a.reason}`]}),!a&&B(is,{id:e.id,action:ns[s]})]})}function is({id:e,action:t}){let[n,r]=k(!1),i=Qo();return n?B(es,{change:i,action:t,onSubmit:t=>i.make(Nt,{judgement:e,reason:t},$o)}):B(`button`,{type:`button`,class:`small`,onClick:()=>r(!0),children:t})}var as=30,os={SAME_EVENT:`One event`,SAME_ACTOR:`One actor`,CORRECTION:`Corrected`,ARTICLE:`Sent in`,REMOVAL:`Taken out`};function ss(){q(`Latest corrections`);let[e,t]=k(),{data:n,failure:r,retry:i}=P(Ot,{first:as,before:e??null}),a=n?.latestJudgements;return B(`main`,{id:`main`,class:`sheet`,tabIndex:-1,children:[B(`h1`,{children:`Latest corrections`}),r&&B(X,{failure:r,retry:i}),!r&&!a&&B(Y,{what:`corrections`,lines:9}),a?.length===0&&B(Vi,{title:e?`Nothing earlier`:`Nobody has corrected anything yet`,children:B(`p`,{children:[`Events and actors have a way to correct them at the foot of their pages; it takes a key with the scope `,B(`code`,{children:`correct`}),`.`]})}),B(`ul`,{class:`judgements`,children:a?.map(e=>B(`li`,{children:[B(`p`,{children:[B(`span`,{class:`kicker`,children:os[e.kind]}),` `,e.reports[0]?.summary??e.article?.title??``,!e.article&&e.articleId&&B(`a`,{href:`/article/${e.articleId}`,children:e.articleId}),e.part&&e.whole&&B(y,{children:[B(`a`,{href:`/actor/${e.part.id}`,children:e.part.name}),`, part of `,B(`a`,{href:`/actor/${e.whole.id}`,children:e.whole.name})]})]}),B(rs,{judgement:e})]},e.id))}),a&&a.length===as&&B(`p`,{class:`more`,children:B(`button`,{type:`button`,onClick:()=>t(a.at(-1)?.id),children:`Earlier ones`})})]})}function cs({id:e,name:t}){let{data:n}=P(kt,{id:e}),[r,i]=k(),a=Qo();return B(y,{children:[B(ts,{title:`Why these names are one`,judgements:n?.actor?.judgements??[]}),B(`section`,{class:`edit`,"aria-label":`Correct it`,children:B(`details`,{children:[B(`summary`,{children:`Another name is the same actor`}),B(`div`,{class:`edit-fields`,children:[B(Qa,{kind:`ACTOR`,label:`The other name`,add:(e,t)=>i({id:e,name:t})}),r&&r.id!==e&&B(y,{children:[B(`p`,{children:[B(`b`,{children:r.name}),` becomes a part of `,B(`b`,{children:t}),`.`]}),B(es,{change:a,action:`Make them one`,onSubmit:t=>a.make(Mt,{into:e,actors:[r.id],reason:t},$o)})]})]})]})})]})}function ls({what:e,failure:t,retry:n}){return B(`main`,{id:`main`,class:`sheet`,tabIndex:-1,children:t?B(y,{children:[B(`h1`,{children:[`This cannot be shown: `,e]}),B(X,{failure:t,retry:n})]}):B(Y,{what:e,lines:12})})}function us(e,t,n){let r=new Map;for(let{events:n,keys:i}of e){let e=i[0]?.value;if(!e||e===t)continue;let a=W(i[1]?.value??``),o=r.get(e)??{id:e,events:0,families:{},family:a};o.events+=n,o.families[a]=(o.families[a]??0)+n,r.set(e,o)}let i=[...r.values()].toSorted((e,t)=>t.events-e.events||e.id.localeCompare(t.id)).slice(0,n);for(let e of i)e.family=H.reduce((t,n)=>(e.families[n]??0)>(e.families[t]??0)?n:t,e.family);return i.toSorted((e,t)=>H.indexOf(e.family)-H.indexOf(t.family)||t.events-e.events)}function ds(e,t,n,r){let i=t/e*2*Math.PI-Math.PI/2,[a,o]=[Math.cos(i),Math.sin(i)],s=Math.abs(a)<.25?`middle`:a>0?`start`:`end`;return{x:n/2+a*(n/2-150),y:r/2+o*(r/2-44),anchor:s}}var fs=14,[ps,ms]=[540,340];function hs({id:e,name:t}){let{data:n,failure:r,retry:i}=P(vt,{where:{actor:{eq:e}}}),a=M(()=>us(n?.eventStats??[],e,fs),[n,e]),o=P(yt,a.length?{ids:a.map(e=>e.id)}:void 0);if(r)return B(X,{failure:r,retry:i});if(!n||a.length>0&&!o.data)return B(Y,{what:`who with whom`,lines:4});if(a.length===0)return B(`p`,{class:`aside`,children:`Nobody else has a part in these events.`});let s=new Map(o.data?.nodes.flatMap(e=>e&&`name`in e?[[e.id,e.name]]:[])),c=Math.max(...a.map(({events:e})=>e));return B(y,{children:[B(`svg`,{class:`network`,viewBox:`0 0 ${ps} ${ms}`,role:`group`,"aria-label":`Who has a part in the same events as ${t}`,children:[a.map(({id:e,events:t,family:n},r)=>{let{x:i,y:o}=ds(a.length,r,ps,ms);return B(`line`,{class:`link ${n}`,x1:ps/2,y1:ms/2,x2:i,y2:o,"stroke-width":1.5+t/c*4.5},e)}),B(`g`,{class:`self`,transform:`translate(${ps/2} ${ms/2})`,children:[B(`circle`,{r:`9`}),B(`text`,{y:`26`,"text-anchor":`middle`,children:rn(t,28)})]}),a.map(({id:e,events:t,family:n},r)=>{let{x:i,y:o,anchor:l}=ds(a.length,r,ps,ms),u=l===`start`?12:l===`end`?-12:0,d=s.get(e)??`…`;return B(`a`,{href:`/actor/${e}`,"aria-label":`${d}: ${L(t,`event`)} together, most of them ${fn[n].toLowerCase()}`,children:[B(`circle`,{class:n,cx:i,cy:o,r:4+t/c*4}),B(`text`,{x:i+u,y:o,dy:l===`middle`?o<ms/2?-14:22:5,"text-anchor":l,children:[rn(d,22),` `,B(`tspan`,{class:`aside`,children:t})]})]},e)})]}),B(`p`,{class:`aside`,children:`Those with a part in the same events: a wider line is more of them, its colour is what most of them are.`})]})}function gs({quote:e,bare:t}){let{speaker:n,speakerAsWritten:r,article:i,kind:a}=e;return B(`figure`,{class:`quote`,children:[B(`blockquote`,{class:a.toLowerCase(),children:rn(e.text,420)}),B(`figcaption`,{children:[!t&&(n?B(`a`,{href:`/actor/${n.id}`,children:n.name}):r??`Nobody named`),!t&&e.speakerBasis===`MODEL`&&B(Ui,{basis:`MODEL`}),e.cue&&B(`span`,{children:[` `,t?e.cue:` ${e.cue}`]}),e.medium&&B(`span`,{children:[` · `,e.medium]}),B(`a`,{class:`source`,href:`/article/${i.id}#${e.id}`,children:[i.publisher,i.publishedAt&&z(i.publishedAt)].filter(Boolean).join(`, `)||i.title||`Read it in the article`})]})]})}function _s({id:e}){let{data:t,failure:n,retry:r}=P(gt,{id:e});if(q(t?.actor?.name),n||!t)return B(ls,{what:`the actor`,failure:n,retry:r});if(!t.actor)return B(No,{what:`actor`});let{actor:i}=t;return B(`main`,{id:`main`,class:`sheet actor-page`,tabIndex:-1,children:[B(vs,{actor:i}),B(`div`,{class:`columns`,children:[B(xs,{id:i.id,name:i.name}),B(`div`,{children:[i.offices.length>0&&B(ys,{actor:i.id,offices:i.offices}),i.eventCount>0&&B(`section`,{"aria-label":`Who with whom`,children:[B(`h2`,{children:`Who with whom`}),B(hs,{id:i.id,name:i.name})]}),B(bs,{id:i.id,name:i.name}),B(cs,{id:i.id,name:i.name})]})]})]})}function vs({actor:e}){return B(`header`,{class:`thing-head`,children:[B(`p`,{class:`kicker`,children:[yn[e.kind],xn[e.sector],e.countryCode&&K(e.countryCode)].filter(Boolean).join(` · `)}),B(`h1`,{children:e.name}),e.aliases.length>0&&B(`p`,{class:`aside`,children:[`Also `,e.aliases.slice(0,8).join(`, `)]}),B(`p`,{class:`tallies`,children:[B(`b`,{children:L(e.eventCount,`event`)}),B(`b`,{children:L(e.quoteCount,`quote`)}),B(`b`,{children:L(e.articleCount,`article`)}),B(`a`,{class:`plain-button`,href:`/?actor=${e.id}`,children:`On the map`})]})]})}function ys({actor:e,offices:t}){return B(`section`,{"aria-label":`Offices over time`,children:[B(`h2`,{children:`Offices over time`}),B(`ol`,{class:`offices`,children:t.map(({title:t,organization:n,asOf:r,of:i,evidence:a},o)=>B(`li`,{children:[B(`time`,{children:r?z(r):`Day not known`}),B(`div`,{children:[B(`b`,{children:t}),i?B(y,{children:[`, `,B(`a`,{href:`/actor/${i.id}`,children:i.name})]}):n&&!t.includes(n)&&`, ${n}`,B(`p`,{class:`aside`,children:[a.text&&a.text.toLowerCase()!==t.toLowerCase()&&B(`q`,{children:[a.text,` `]}),B(`a`,{href:`/article/${a.article.id}#${e}`,children:a.article.publisher??`Read it in the article`})]})]})]},o))})]})}function bs({id:e,name:t}){let n=pt(_t,{id:e,first:10,after:null},e=>e.actor?.quotes);return B(`section`,{"aria-label":`Quotes`,children:[B(`h2`,{children:[`Quotes `,B(`small`,{children:n.total})]}),n.failure&&B(X,{failure:n.failure,retry:n.retry}),n.waiting&&n.nodes.length===0&&B(Y,{what:`quotes`}),n.nodes.map(e=>B(gs,{quote:e,bare:!0},e.id)),n.total===0&&B(`p`,{class:`aside`,children:[`No article quotes `,t,`.`]}),B(na,{more:n.more,shown:n.nodes.length,total:n.total})]})}function xs({id:e,name:t}){let n=pt(Ft,{where:{actor:{eq:e}},first:10,orderBy:Pi.newest},e=>e.events);return B(`section`,{"aria-label":`Events`,children:[B(`h2`,{children:[`Events `,B(`small`,{children:n.total})]}),B(ta,{events:n,empty:B(`p`,{class:`aside`,children:[t,` has no part in an event; it is named or quoted only.`]})})]})}function Ss({event:e}){return B(`section`,{class:`edit`,"aria-label":`Correct it`,children:[B(`details`,{children:[B(`summary`,{children:`Correct this event`}),B(Ts,{event:e})]}),B(`details`,{children:[B(`summary`,{children:`It is the same as another event`}),B(Es,{id:e.id})]})]})}function Cs(e){return{type:e.type,status:e.status,earliest:e.when.earliest??``,latest:e.when.latest??``,killed:e.killed?.best.toString()??``,injured:e.injured?.best.toString()??``}}function ws(e,t){let n={};e.type!==t.type&&(n.type=e.type),e.status!==t.status&&(n.status=e.status),e.place&&(n.location=e.place.id),e.earliest&&(e.earliest!==t.earliest||e.latest!==t.latest)&&(n.when={earliest:e.earliest,latest:e.latest||e.earliest});for(let r of[`killed`,`injured`])e[r]!==t[r]&&(n[r]={best:e[r]===``?null:Number(e[r])});return n}function Ts({event:e}){let t=Cs(e),[n,r]=k(t),i=Qo(),a=e=>r({...n,...e}),o=ws(n,t);return B(`div`,{class:`edit-fields`,children:[B(`div`,{class:`controls`,children:[B(`label`,{class:`field`,children:[B(`span`,{children:`Type`}),B(`select`,{value:n.type,onChange:({currentTarget:e})=>a({type:e.value}),children:pn.map(e=>B(`option`,{value:e,children:U[e].name},e))})]}),B(`label`,{class:`field`,children:[B(`span`,{children:`How certain`}),B(`select`,{value:n.status,onChange:({currentTarget:e})=>a({status:e.value}),children:Object.keys(G).map(e=>B(`option`,{value:e,children:G[e].name},e))})]}),B(`label`,{class:`field`,children:[B(`span`,{children:`First day`}),B(`input`,{type:`date`,value:n.earliest,onInput:({currentTarget:e})=>a({earliest:e.value})})]}),B(`label`,{class:`field`,children:[B(`span`,{children:`Last day`}),B(`input`,{type:`date`,value:n.latest,min:n.earliest,onInput:({currentTarget:e})=>a({latest:e.value})})]}),[`killed`,`injured`].map(e=>B(`label`,{class:`field`,children:[B(`span`,{children:[e===`killed`?`Killed`:`Injured`,` (empty: not known)`]}),B(`input`,{type:`number`,min:0,max:2147483646,value:n[e],onInput:({currentTarget:t})=>a({[e]:t.value})})]},e))]}),B(`div`,{class:`edit-place`,children:[B(`p`,{children:[`Place: `,B(`b`,{children:n.place?.name??(e.location?Hi(e.location):`not known`)})]}),B(Qa,{kind:`LOCATION`,label:`Another place`,add:(e,t)=>a({place:{id:e,name:t}})})]}),Object.keys(o).length>0?B(es,{change:i,action:`Correct it`,onSubmit:t=>i.make(At,{event:e.id,change:o,reason:t},$o)}):B(`p`,{class:`aside`,children:`Change what is otherwise than the reports tell. What they tell stays visible beside it.`})]})}function Es({id:e}){let[t,n]=k(``),r=Qo(),i=/evt_[a-z0-9]+/.exec(t)?.[0];return B(`div`,{class:`edit-fields`,children:[B(`label`,{class:`field`,children:[B(`span`,{children:`The other event's address or id`}),B(`input`,{value:t,placeholder:`…/event/evt_…`,onInput:({currentTarget:e})=>n(e.value)})]}),i&&i!==e&&B(es,{change:r,action:`Make them one`,onSubmit:t=>r.make(jt,{events:[e,i],reason:t},({eventsMerge:e})=>{Wr(`/event/${e.event.id}`,{replace:!0}),$o()})}),t&&(!i||i===e)&&B(`p`,{class:`aside`,children:`That is the id of no other event.`})]})}function Ds({event:e,field:t}){let n=e.corrections.filter(e=>e.field===t||e.field.startsWith(`${t}.`));if(n.length===0)return null;let r=e.judgements.find(({kind:e,withdrawn:t,madeBy:n})=>e===`CORRECTION`&&!t&&n),i=n.map(({field:e,told:t})=>`${e.split(`.`).at(1)??e}: ${t??`not told`}`).join(`, `);return B(`span`,{class:`set-by-person`,children:[`set by `,r?.madeBy??`a person`,r&&`, ${z(r.madeAt)}`,`; the reports tell `,i]})}var Os=new Set([`According to`,`Read otherwise`,`Read by`]),ks=[[`Killed`,({killed:e})=>e&&{value:nn(e),written:e.text,basis:e.basis}],[`Injured`,({injured:e})=>e&&{value:nn(e),written:e.text,basis:e.basis}],[`When`,({when:e})=>js(Zt(e),e)],[`Where`,({location:e,locationBasis:t})=>e&&{value:Hi(e),href:`/location/${e.id}`,basis:t}],[`What kind`,({type:e})=>({value:U[e].name})],[`How certain`,({status:e})=>({value:G[e].name})],[`Read otherwise`,({otherValues:e})=>e.length>0?{value:e.map(As).join(`; `)}:void 0],[`Read by`,({basis:e,model:t})=>t?{value:`${e===`MODEL`?`only`:`the rules and`} the model ${t}`}:void 0],[`According to`,({saidBy:e,saidByBasis:t})=>e&&{value:e.name,href:`/actor/${e.id}`,basis:t}]];function As({field:e,value:t,basis:n}){return`${_n[e]}: ${t}${n===`STATED`?``:` (${gn[n]})`}`}function js(e,{text:t,basis:n}){return e?{value:e,written:t??void 0,basis:n}:void 0}function Ms(e){return ks.map(([t,n])=>{let r=e.map(e=>n(e)??void 0),i=new Set(r.flatMap(e=>e?.value??[]));return{label:t,cells:r,differs:!Os.has(t)&&i.size>1}}).filter(({cells:e})=>e.some(Boolean))}var Ns=120;function Ps({id:e}){let{data:t,failure:n,retry:r}=P(Pt,{id:e,after:null}),i=pt(Pt,{id:e,after:null},e=>e.event?.tellings);if(q(t?.event?Ki(t.event):void 0),n||!t)return B(ls,{what:`the event`,failure:n,retry:r});if(!t.event)return B(No,{what:`event`});let{event:a}=t;return B(`main`,{id:`main`,class:`sheet event-page ${W(a.type)}`,tabIndex:-1,children:[B(Fs,{event:a}),B(`section`,{"aria-label":`Reports`,children:[B(`h2`,{children:i.nodes.length>1?`${L(a.tellings.totalCount,`report`)}, side by side`:`One report tells of it`}),B(Ls,{tellings:i.nodes,event:a.id}),B(na,{more:i.more,shown:i.nodes.length,total:a.tellings.totalCount})]}),B(ts,{title:`Why these reports are one event`,judgements:a.judgements.filter(({kind:e})=>e===`SAME_EVENT`)}),B(ts,{title:`What people corrected`,judgements:a.judgements.filter(({kind:e})=>e===`CORRECTION`)}),B(Ss,{event:a}),B(`footer`,{class:`sheet-foot`,children:[B(`p`,{class:`aside`,children:[`PLOVER `,a.codes.plover,a.codes.cameoRoot&&` · CAMEO root ${a.codes.cameoRoot}`,a.codes.acled&&` · ACLED ${a.codes.acled}`,` · read with confidence `,a.confidence.toFixed(2),a.model&&` · with the language model ${a.model}`]}),B(`a`,{class:`plain-button`,target:`_blank`,rel:`noreferrer`,href:zi(Pt.toString(),{id:e}),children:`As GraphQL`})]})]})}function Fs({event:e}){let t=Zt(e.when);return B(`header`,{class:`event-head`,children:[B(`p`,{class:`card-top`,children:[B(Yi,{type:e.type,mode:e.mode}),B(Xi,{status:e.status}),B(Wi,{basis:e.basis,model:e.model}),B(Ds,{event:e,field:`type`}),B(Ds,{event:e,field:`status`})]}),B(`h1`,{children:Ki(e)}),B(`dl`,{class:`facts`,children:[B(`div`,{children:[B(`dt`,{children:`Where`}),B(`dd`,{children:[e.location?B(`a`,{href:`/location/${e.location.id}`,children:Hi(e.location)}):`Not known`,B(Ui,{basis:e.locationBasis}),B(Ds,{event:e,field:`location`})]})]}),B(`div`,{children:[B(`dt`,{children:`When`}),B(`dd`,{children:[t??`Not known`,B(Ui,{basis:e.when.basis}),` `,e.when.text&&B(`q`,{children:e.when.text}),B(Ds,{event:e,field:`when`})]})]}),(e.killed||e.injured||e.corrections.some(({field:e})=>/^(killed|injured)/.test(e)))&&B(`div`,{children:[B(`dt`,{children:`Toll`}),B(`dd`,{children:[B(Qi,{count:e.killed,word:`killed`}),` `,B(Ds,{event:e,field:`killed`}),` `,B(Qi,{count:e.injured,word:`injured`}),` `,B(Ds,{event:e,field:`injured`})]})]}),e.victims.length>0&&B(`div`,{children:[B(`dt`,{children:`Among them`}),B(`dd`,{children:Is(e.victims)})]}),e.participants.some(Ji)&&B(`div`,{children:[B(`dt`,{children:`Who`}),B(`dd`,{children:B($i,{participants:e.participants,most:20})})]})]})]})}function Is(e){return[...new Set(e.map(({harm:e})=>e))].map(t=>`${hn[t]}: ${e.filter(e=>e.harm===t).map(({text:e})=>e).join(`, `)}`).join(`; `)}function Ls({tellings:e,event:t}){let n=Ms(e),r=n.filter(({differs:e})=>e).map(({label:e})=>e.toLowerCase());return B(y,{children:[r.length>0&&B(`p`,{class:`differ`,children:[`They differ on `,B(`mark`,{children:r.join(`, `)}),`.`]}),B(`div`,{class:`tellings`,tabIndex:0,role:`region`,"aria-label":`Reports side by side`,children:B(`table`,{children:[B(`thead`,{children:B(`tr`,{children:[B(`th`,{scope:`col`,children:B(`span`,{class:`unseen`,children:`What is told`})}),e.map(({id:e,article:t})=>B(`th`,{scope:`col`,children:[B(`b`,{children:t.publisher??`Publisher not known`}),t.publishedAt&&B(`time`,{children:z(t.publishedAt)})]},e))]})}),B(`tbody`,{children:[n.map(({label:t,cells:n,differs:r})=>B(`tr`,{class:r?`differs`:``,children:[B(`th`,{scope:`row`,children:t}),n.map((t,n)=>B(`td`,{children:[t?t.href?B(`a`,{href:t.href,children:t.value}):B(`span`,{class:`value`,children:t.value}):B(`span`,{class:`aside`,children:`not told`}),t?.basis&&B(Ui,{basis:t.basis}),t?.written&&t.written!==t.value&&B(`q`,{children:t.written})]},e[n]?.id))]},t)),B(`tr`,{class:`words`,children:[B(`th`,{scope:`row`,children:`In the words of`}),e.map(e=>B(`td`,{children:B(Rs,{telling:e,event:t})},e.id))]})]})]})})]})}function Rs({telling:e,event:t}){let{text:n,context:r}=e.evidence,i=n&&r?r.indexOf(n):-1;return B(y,{children:[n&&r&&i>=0?B(`blockquote`,{children:[on(r.slice(0,i),Ns),B(`mark`,{children:n}),sn(r.slice(i+n.length),Ns)]}):B(`p`,{class:`aside`,children:`Texts are not served here.`}),B(`a`,{class:`go`,href:`/article/${e.article.id}#${t}`,children:[e.article.title??`Read it in the article`,B(V,{name:`arrow`})]})]})}var zs={COUNTRY:2.2,REGION:2,ADMIN1:3.6,ADMIN2:4.2},Bs=4.6;function Vs({point:e,kind:t,theme:n}){let[r,i]=dn(),a=j(null),[o,s]=k(),c=Rn(e,zs[t]??Bs,i),l=In(e,c,i);return A(()=>{vr(`fine`).then(s,()=>void 0)},[]),A(()=>{o&&a.current&&Zn(a.current,o,c,i,Xn(a.current))},[o,i.width,i.height,n,e.x,e.y]),B(`div`,{class:`small-map`,ref:r,role:`img`,"aria-label":`Where it lies on the map`,children:[B(`canvas`,{ref:a}),B(`i`,{style:{left:`${l.x}px`,top:`${l.y}px`}}),B(`p`,{class:`map-credit`,children:`Outlines: Natural Earth`})]})}var Hs={event:{one:`Event`,many:`Events`},quote:{one:`Quote`,many:`Quotes`},actor:{one:`Actor`,many:`Actors`},place:{one:`Place`,many:`Places`}},Us=Object.keys(Hs);function Q(e,t,n){return t?[{label:e,values:[{text:t,href:n}]}]:[]}function $(e,t){return e?t&&t!==`STATED`?`${e} (${gn[t]})`:e:null}function Ws(e){return[...new Set(e.map(({harm:e})=>e))].flatMap(t=>Q(`Among the ${hn[t]}`,e.filter(e=>e.harm===t).map(({text:e})=>e).join(`, `)))}function Gs(e){return[...new Set(e.map(({role:e})=>e))].map(t=>({label:vn[t].charAt(0).toUpperCase()+vn[t].slice(1),values:e.filter(e=>e.role===t).map(({name:e,basis:t,href:n})=>({text:$(e,t)??e,href:n}))}))}function Ks(e,t,n,r){return r.filter(e=>e.article.id===n).map(({span:n})=>({layer:e,id:t,start:n.startUtf16,end:n.endUtf16}))}function qs(e,t){return Ks(`event`,t.id,e,t.reports.nodes.map(({evidence:e})=>e))}function Js(e,t){return Ks(`quote`,t.id,e,t.evidence)}function Ys(e,t){return Ks(`actor`,t.id,e,t.mentions.nodes)}function Xs(e,t){return Ks(`place`,t.id,e,t.mentions.nodes)}function Zs(e,t){let n=e.reports.nodes[0],r=n?.status??e.status;return{id:e.id,layer:`event`,kicker:[U[e.type].name,e.mode].filter(Boolean).join(` · `),title:e.summary,type:e.type,status:r===`REPORTED`?void 0:G[r].name,facts:[...Q(`Read by`,e.basis===`MODEL`&&`only a language model: ${e.model??``}`),...Q(`When`,$(Zt(e.when),e.when.basis)),...Q(`As written`,e.when.text),...Q(`Where`,$(e.location&&Hi(e.location),e.locationBasis),e.location?`/location/${e.location.id}`:void 0),...Q(`Killed`,$(n?.killed&&`${nn(n.killed)} (“${n.killed.text}”)`,n?.killed?.basis)),...Q(`Injured`,$(n?.injured&&`${nn(n.injured)} (“${n.injured.text}”)`,n?.injured?.basis)),...Ws(e.victims.filter(({evidence:e})=>e.article.id===t)),...Gs(e.participants.map(({role:e,actor:t,nameAsWritten:n,basis:r})=>({role:e,basis:r,name:t?.name??n,href:t?`/actor/${t.id}`:void 0}))),...Q(`According to`,$(n?.saidBy?.name,n?.saidByBasis),n?.saidBy?`/actor/${n.saidBy.id}`:void 0)],href:`/event/${e.id}`}}function Qs(e){return{id:e.id,layer:`quote`,kicker:{DIRECT:`Direct quote`,INDIRECT:`Reported speech`,MIXED:`Speech with quoted words`}[e.kind],title:e.speaker?.name??e.speakerAsWritten??`Nobody in particular`,facts:[...Q(`Words`,e.text),...Q(`Introduced by`,e.cue),...Q(`Said in or to`,e.medium),...Q(`Named here as`,e.speakerAsWritten)],href:e.speaker?`/actor/${e.speaker.id}`:void 0}}function $s(e){let t=e.offices.map(({title:e,organization:t})=>[e,t].filter(Boolean).join(`, `));return{id:e.id,layer:`actor`,kicker:[yn[e.kind],xn[e.sector]].filter(Boolean).join(` · `),title:e.name,facts:[...Q(`Country`,e.countryCode&&K(e.countryCode)),...Q(`Office`,[...new Set(t)].slice(0,4).join(`; `)),...Q(`Known from`,`${L(e.articleCount,`article`)}, ${L(e.eventCount,`event`)}, ${L(e.quoteCount,`quote`)}`)],href:`/actor/${e.id}`}}function ec(e){return{id:e.id,layer:`place`,kicker:bn[e.kind],title:Hi(e),facts:[...Q(`Lies in`,e.parent?.name),...Q(`At`,tc(e.latitude,e.longitude)),...Q(`Known from`,L(e.eventCount,`event`))],href:`/location/${e.id}`}}function tc(e,t){if(e===null||t===null)return;let n=(e,t,n)=>`${Math.abs(e).toFixed(2)}° ${e<0?n:t}`;return`${n(e,`N`,`S`)}, ${n(t,`E`,`W`)}`}var nc=80;function rc({id:e,theme:t}){let{data:n,failure:r,retry:i}=P(Bt,{id:e});return q(n?.location?.name),r||!n?B(ls,{what:`the place`,failure:r,retry:i}):n.location?B(`main`,{id:`main`,class:`sheet location-page`,tabIndex:-1,children:[B(ic,{place:n.location}),B(`div`,{class:`columns`,children:[B(ac,{id:e}),B(`div`,{children:[n.location.latitude!==null&&n.location.longitude!==null&&B(Vs,{point:Mn(n.location.longitude,n.location.latitude),kind:n.location.kind,theme:t}),B(oc,{id:e})]})]})]}):B(No,{what:`place`})}function ic({place:e}){let t=M(()=>{let t=[];for(let n=e.parent;n;n=n.parent)t.push({id:n.id,name:n.name});return t},[e]);return B(`header`,{class:`thing-head`,children:[B(`p`,{class:`kicker`,children:bn[e.kind]}),B(`h1`,{children:e.name}),B(`p`,{class:`lies-in`,children:[t.length>0&&`in `,t.map(({id:e,name:t},n)=>B(`span`,{children:[n>0&&`, `,B(`a`,{href:`/location/${e}`,children:t})]},e)),t.length===0&&e.countryCode&&e.kind!==`COUNTRY`&&K(e.countryCode),B(`span`,{class:`aside`,children:tc(e.latitude,e.longitude)})]}),B(`p`,{class:`tallies`,children:[B(`b`,{children:L(e.eventCount,`event`)}),B(`a`,{class:`plain-button`,href:`/?location=${e.id}`,children:`On the map`}),e.geonamesId&&B(`a`,{class:`plain-button`,href:`https://www.geonames.org/${e.geonamesId}`,rel:`noreferrer`,target:`_blank`,children:[`GeoNames `,e.geonamesId]})]})]})}function ac({id:e}){let t=pt(Ft,{where:{location:{eq:e}},first:10,orderBy:Pi.newest},e=>e.events);return B(`section`,{"aria-label":`Events`,children:[B(`h2`,{children:[`What happened here `,B(`small`,{children:t.total})]}),B(ta,{events:t,empty:B(`p`,{class:`aside`,children:`No event happened right here; articles only name it.`})})]})}function oc({id:e}){let t=pt(Vt,{id:e,first:10,after:null},e=>e.location?.mentions);return B(`section`,{"aria-label":`Mentions`,children:[B(`h2`,{children:[`Where it is named `,B(`small`,{children:t.total})]}),t.failure&&B(X,{failure:t.failure,retry:t.retry}),B(`ul`,{class:`mentions`,children:t.nodes.map(({text:t,context:n,article:r,span:i})=>B(`li`,{children:[t&&n&&B(sc,{text:t,context:n}),B(`a`,{class:`source`,href:`/article/${r.id}#${e}`,children:[r.publisher,r.publishedAt&&z(r.publishedAt)].filter(Boolean).join(`, `)||r.title||`The article`})]},r.id+i.start))}),B(na,{more:t.more,shown:t.nodes.length,total:t.total})]})}function sc({text:e,context:t}){let n=(t.length-e.length)/2,r=[...t.matchAll(new RegExp(e.replace(/[.*+?^${}()|[\]\\]/g,`\\$&`),`g`))].map(({index:e})=>e).toSorted((e,t)=>Math.abs(e-n)-Math.abs(t-n))[0]??0;return B(`p`,{children:[on(t.slice(0,r),nc),B(`mark`,{children:e}),sn(t.slice(r+e.length),nc)]})}function cc(e){try{let{protocol:t,href:n}=new URL(e??``);return t===`https:`||t===`http:`?n:void 0}catch{return}}function lc(e){return new URL(e).hostname.replace(/^www\./,``)}function uc(e,t){let n=t.filter(t=>t.start<t.end&&t.start>=0&&t.end<=e.length).toSorted((e,t)=>e.start-t.start||e.end-t.end);return dc(e).map(t=>({...t,segments:fc(e,t,n)}))}function dc(e){return[...e.matchAll(/[^\n]*\S[^\n]*/g)].map(e=>({start:e.index,end:e.index+e[0].length}))}function fc(e,t,n){let r=n.filter(e=>e.start<t.end&&e.end>t.start),i=new Set([t.start,t.end]);for(let{start:e,end:n}of r)i.add(Math.max(e,t.start)).add(Math.min(n,t.end));let a=[...i].sort((e,t)=>e-t);return a.slice(0,-1).map((t,n)=>pc(e,{start:t,end:a[n+1]},r))}function pc(e,{start:t,end:n},r){let i=r.filter(e=>e.start<n&&e.end>t);i.sort((e,t)=>e.end-e.start-(t.end-t.start));let a=i.filter(e=>e.start===t);return{start:t,end:n,text:e.slice(t,n),highlights:i,beginning:a}}function mc({text:e,highlights:t,things:n,shown:r,selected:i}){let a=M(()=>t.filter(({layer:e})=>r.has(e)),[t,r]);return B(`div`,{class:`text`,children:M(()=>uc(e,a),[e,a]).map(e=>B(`div`,{class:`paragraph`,children:[B(hc,{paragraph:e,things:n,selected:i}),B(`p`,{children:e.segments.map(e=>B(gc,{segment:e,selected:i},e.start))})]},e.start))})}function hc({paragraph:e,things:t,selected:n}){let r=e.segments.flatMap(e=>e.beginning.filter(({layer:e})=>e===`event`));return B(`div`,{class:`margin`,children:[...new Set(r.map(({id:e})=>e))].map(e=>{let r=t.get(e)?.type;return r?B(`a`,{class:`type ${W(r)} ${n===e?`lit`:``}`,href:`#${e}`,children:U[r].name},e):null})})}function gc({segment:e,selected:t}){let{highlights:n,beginning:r,text:i}=e,a=_c(n,t);if(!a)return B(y,{children:i});let o=[...new Set(n.map(({layer:e})=>e))].map(e=>`on-${e}`),s=n.some(({id:e})=>e===t);return B(`a`,{class:[...o,s&&`lit`].filter(Boolean).join(` `),href:`#${a.id}`,"data-things":n.map(({id:e})=>e).join(` `),tabIndex:r.length>0?0:-1,children:i})}function _c(e,t){return e[(e.findIndex(({id:e})=>e===t)+1)%e.length]}function vc({things:e,selected:t,beside:n,shown:r}){return B(`aside`,{class:t?`side open`:`side`,"aria-label":t?Hs[t.layer].one:`In this article`,children:t?B(yc,{thing:t,things:e,beside:n}):B(xc,{things:e.filter(({layer:e})=>r.has(e))})})}function yc({thing:e,things:t,beside:n}){let r=t.filter(({layer:t})=>t===e.layer),i=r.indexOf(e),a=e=>r[(i+e+r.length)%r.length]?.id;return B(`div`,{class:`side-card is-${e.layer} ${e.type?W(e.type):``}`,role:`status`,children:[B(`p`,{class:`side-top`,children:[B(`span`,{class:e.type?`type ${W(e.type)}`:`kicker`,children:e.kicker}),e.status&&B(`span`,{class:`stamp ${e.status.toLowerCase()}`,children:e.status}),B(`a`,{class:`close`,href:`#`,"aria-label":`Close`,title:`Close`,children:B(V,{name:`close`})})]}),B(`h2`,{children:e.title}),B(`dl`,{children:e.facts.map(({label:e,values:t})=>B(`div`,{children:[B(`dt`,{children:e}),B(`dd`,{children:t.map(({text:e,href:t},n)=>B(`span`,{children:[n>0&&`, `,t?B(`a`,{href:t,children:e}):e]},n))})]},e))}),e.href&&B(`p`,{children:B(`a`,{class:`go`,href:e.href,children:[{event:`All reports of it, side by side`,quote:`All about the speaker`,actor:`All about this actor`,place:`All that happened here`}[e.layer],B(V,{name:`arrow`})]})}),n.length>0&&B(`p`,{class:`beside`,children:[`Over the same words:`,` `,n.map((e,t)=>B(`span`,{children:[t>0&&`, `,B(`a`,{href:`#${e.id}`,children:`${Hs[e.layer].one.toLowerCase()} ${e.type?e.kicker:e.title}`})]},e.id))]}),B(`p`,{class:`side-foot`,children:r.length>1&&B(y,{children:[B(`a`,{href:`#${a(-1)}`,children:`Previous`}),B(`span`,{class:`aside`,children:[Hs[e.layer].one,` `,i+1,` of `,r.length]}),B(`a`,{href:`#${a(1)}`,children:`Next`})]})}),B(bc,{})]})}function bc(){let[e,t]=k(!1),n=j(void 0);return B(`button`,{type:`button`,class:`small`,onClick:()=>{navigator.clipboard.writeText(window.location.href).then(()=>{t(!0),window.clearTimeout(n.current),n.current=window.setTimeout(()=>t(!1),2e3)},()=>window.prompt(`The link to these words:`,window.location.href))},children:e?`Link copied`:`Copy the link to these words`})}function xc({things:e}){return B(`div`,{class:`contents`,children:[B(`h2`,{children:`In this article`}),Us.map(t=>{let n=e.filter(e=>e.layer===t);return n.length===0?null:B(`section`,{class:`is-${t}`,children:[B(`h3`,{children:[Hs[t].many,` `,B(`small`,{children:n.length})]}),B(`ul`,{children:n.map(e=>B(`li`,{children:B(`a`,{href:`#${e.id}`,class:e.type?`${W(e.type)}`:``,children:[t===`event`?B(`b`,{children:e.kicker}):e.title,t===`event`&&B(`span`,{children:e.title})]})},e.id))})]},t)}),e.length===0&&B(`p`,{class:`aside`,children:`Nothing was found in this text.`})]})}function Sc({reading:e,hash:t,query:n}){let{text:r,things:i,highlights:a}=e,o=M(()=>new Map(i.map(e=>[e.id,e])),[i]),s=M(()=>Cc(n),[n]),c=o.get(t),l=e=>{let t=Us.filter(t=>s.has(t)===(t===e));Wr(`${t.length?`?hide=${t.join(`,`)}`:window.location.pathname}${window.location.hash}`,{replace:!0})};return A(()=>{c&&document.querySelector(`[data-things~="${CSS.escape(c.id)}"]`)?.scrollIntoView({block:`center`,behavior:Tc()?`auto`:`smooth`})},[c?.id,a.length]),A(()=>{let e=e=>e.key===`Escape`&&window.location.hash&&Wr(`#`,{replace:!0});return document.addEventListener(`keydown`,e),()=>document.removeEventListener(`keydown`,e)},[]),B(`div`,{class:`lit-text`,children:[B(`div`,{class:`layers`,role:`group`,"aria-label":`What is highlighted`,children:Us.map(e=>B(`button`,{type:`button`,class:`layer is-${e}`,"aria-pressed":s.has(e),onClick:()=>l(e),children:[Hs[e].many,` `,B(`small`,{children:i.filter(t=>t.layer===e).length})]},e))}),B(mc,{text:r,highlights:a,things:o,shown:s,selected:c?.id}),B(vc,{things:i,selected:c,beside:wc(e,o,c),shown:s})]})}function Cc(e){let t=(new URLSearchParams(e).get(`hide`)??``).split(`,`);return new Set(Us.filter(e=>!t.includes(e)))}function wc({highlights:e},t,n){let r=e.filter(({id:e})=>e===n?.id),i=e.filter(e=>e.id!==n?.id&&r.some(t=>t.start<e.end&&e.start<t.end));return[...new Set(i.map(({id:e})=>e))].flatMap(e=>t.get(e)??[])}function Tc(){return window.matchMedia(`(prefers-reduced-motion: reduce)`).matches}function Ec({id:e}){let[t,n]=k();return A(()=>{let t=new AbortController;return fetch(`/v1/articles/${encodeURIComponent(e)}`,{signal:t.signal}).then(({status:e})=>n(e===410),()=>n(!1)),()=>t.abort()},[e]),t===void 0?null:t?B(Dc,{}):B(No,{what:`article`})}function Dc(){return q(`Taken out`),B(`main`,{id:`main`,class:`sheet`,tabIndex:-1,children:B(Vi,{title:`This article was taken out`,heading:`h1`,children:B(`p`,{children:[`Its text is no longer kept here, nor is what only it said. Who took it out, when and why is among the `,B(`a`,{href:`/corrections`,children:`latest corrections`}),`.`,` `,B(`a`,{href:`/`,children:`All events`})]})})})}function Oc({id:e,hash:t,query:n}){let{data:r,failure:i,retry:a}=P(bt,{id:e}),o=kc(e,r?.article?.text??``);return q(r?.article?.title??`Article`),i||!r?B(ls,{what:`the article`,failure:i,retry:a}):r.article?B(`main`,{id:`main`,class:`sheet reader`,tabIndex:-1,"aria-busy":!o.done,children:[B(jc,{article:r.article}),o.failure&&B(X,{failure:o.failure}),r.article.text===null?B(Vi,{title:`The text is not served here`,children:B(`p`,{children:[`Who runs this server has chosen so. The events that it tells of are in the list of `,B(`a`,{href:`/`,children:`all events`}),`.`]})}):B(Sc,{reading:o.reading,hash:t,query:n})]}):B(Ec,{id:e})}function kc(e,t){let n=ht(xt,{id:e},e=>e.article?.events),r=ht(St,{id:e},e=>e.article?.quotes),i=ht(Ct,{id:e},e=>e.article?.actors),a=ht(wt,{id:e},e=>e.article?.locations),o=M(()=>({text:t,things:[...n.nodes.map(t=>Zs(t,e)),...r.nodes.map(Qs),...i.nodes.map($s),...a.nodes.map(ec)],highlights:[...n.nodes.flatMap(t=>qs(e,t)),...r.nodes.flatMap(t=>Js(e,t)),...i.nodes.flatMap(t=>Ys(e,t)),...a.nodes.flatMap(t=>Xs(e,t))]}),[e,t,n.nodes,r.nodes,i.nodes,a.nodes]),s=[n,r,i,a];return{reading:o,done:s.every(({done:e})=>e),failure:s.find(e=>e.failure)?.failure}}function Ac({written:e}){let t=cc(e);return t?B(`a`,{href:t,rel:`noreferrer nofollow license`,target:`_blank`,children:[`Licence: `,lc(t)]}):B(`span`,{children:e})}function jc({article:e}){let t=cc(e.url);return B(`header`,{class:`article-head`,children:[B(`p`,{class:`kicker`,children:e.publisher??`Publisher not known`}),B(`h1`,{children:e.title??`Without a title`}),B(`p`,{class:`byline`,children:[e.byline&&B(`span`,{children:e.byline}),e.publishedAt&&B(`time`,{dateTime:e.publishedAt,children:z(e.publishedAt)}),t?B(`a`,{href:t,rel:`noreferrer nofollow`,target:`_blank`,children:lc(t)}):e.url&&B(`span`,{class:`aside`,children:e.url}),e.licence&&B(Ac,{written:e.licence})]})]})}function Mc(e,t){let n=[...new Set(t.flatMap(e=>[e.start,e.end]))].sort((e,t)=>e-t),r=new Map,i=0,a=0;for(let t of n){for(;a<t&&i<e.length;)i+=Nc(e,i)?2:1,a+=1;r.set(t,i)}return t.map(e=>({start:r.get(e.start)??0,end:r.get(e.end)??0}))}function Nc(e,t){let n=e.charCodeAt(t),r=e.charCodeAt(t+1);return n>=55296&&n<=56319&&r>=56320&&r<=57343}function Pc(e,t){let n=[...e],r=([e,t])=>n.slice(e,t).join(``).replace(/\s+/g,` `).trim(),i=[...t.events.map((e,t)=>({thing:Lc(e,t,r(e.evidence)),spans:[e.evidence]})),...t.quotes.map((e,t)=>({thing:Rc(e,t),spans:e.spans})),...Ic(`actor`,t.actors,zc),...Ic(`place`,t.locations,Bc)];return{text:e,things:i.map(({thing:e})=>e),highlights:Fc(e,i.flatMap(({thing:e,spans:t})=>t.map(([t,n])=>({id:e.id,layer:e.layer,start:t,end:n}))))}}function Fc(e,t){let n=Mc(e,t);return t.map((e,t)=>({...e,...n[t]}))}function Ic(e,t,n){return[...new Set(t.map(({name:e})=>e))].map((r,i)=>{let a=t.filter(e=>e.name===r);return{thing:n(`${e}-${i+1}`,a[0]),spans:a.map(({start:e,end:t})=>[e,t])}})}function Lc(e,t,n){let{location:r,killed:i,injured:a}=e;return{id:`event-${t+1}`,layer:`event`,kicker:[U[e.type].name,e.mode].filter(Boolean).join(` · `),title:n,type:e.type,status:e.status===`REPORTED`?void 0:G[e.status].name,facts:[...Q(`When`,$(Zt(e.when),e.when.basis)),...Q(`As written`,e.when.text),...Q(`Where`,r&&$(Hi({name:r.name,countryCode:r.country_code}),r.basis)),...Q(`Killed`,i&&$(`${nn(i)} (“${i.text}”)`,i.basis)),...Q(`Injured`,a&&$(`${nn(a)} (“${a.text}”)`,a.basis)),...Ws(e.victims),...Gs(e.participants),...Q(`According to`,$(e.said_by,e.said_by_basis))]}}function Rc(e,t){return{id:`quote-${t+1}`,layer:`quote`,kicker:{DIRECT:`Direct quote`,INDIRECT:`Reported speech`,MIXED:`Speech with quoted words`}[e.kind],title:e.speaker?.name??`Nobody in particular`,facts:[...Q(`Words`,e.text),...Q(`Said in or to`,e.medium)]}}function zc(e,t){return{id:e,layer:`actor`,kicker:[yn[t.kind],xn[t.sector]].filter(Boolean).join(` · `),title:t.name,facts:[...Q(`Office`,t.office),...Q(`Country`,t.country_code&&K(t.country_code))]}}function Bc(e,t){return{id:e,layer:`place`,kicker:bn[t.kind],title:Hi({name:t.name,countryCode:t.country_code}),facts:[...Q(`At`,tc(t.latitude,t.longitude)),...Q(`Why this one`,t.reason),...Q(`How sure`,`${Math.round(t.score*100)} of 100`)]}}var Vc={day:`2025-09-17`,text:`GOMA, Congo — At least six people were killed and 14 injured when shells struck a bus station in the eastern Congolese city of Goma on Tuesday, the provincial governor said.

“People were waiting for the last bus home,” Governor Solange Mukendi told reporters outside the hospital. She said that the number of dead could rise.

The army blamed the rebel Kivu Defense Movement for the shelling. A spokesman for the rebels, Pascal Rwemera, denied it, saying the shells had come “from the army's own guns on the hill.”

Kenya's foreign minister, Wanjala Kiprotich, urged both sides to return to the talks in Nairobi, which are to resume on 29 September. The United Nations sent two trucks of medical supplies from Bukavu on Wednesday, and about 300 people marched through Goma to demand that the road to the airport be reopened.`},Hc=1e5;function Uc({hash:e,query:t}){let[n,r]=k(``),[i,a]=k(an),[o,s]=k(),[c,l]=k(),u=j(void 0),[d,f]=k(!1);q(`Try it`);let p=async(e,t)=>{u.current?.abort();let n=new AbortController;u.current=n,l(void 0),f(!0);try{let r=JSON.stringify({text:e,...t&&{publishedAt:t}});s(Pc(e,await et(`/v1/analyze`,r,n.signal))),Wr(`#`,{replace:!0})}catch(e){if(nt(e))return;l(e instanceof N?e:new N(`The answer could not be read.`,`Try again.`))}f(!1)};return B(`main`,{id:`main`,class:o?`sheet reader try has-reading`:`sheet reader try`,tabIndex:-1,"aria-busy":d,children:[B(`header`,{class:`article-head`,children:[B(`h1`,{children:`Try it on an article`}),B(`p`,{class:`byline`,children:`Paste English news text. It is read on this server and forgotten; nothing is stored.`})]}),B(`form`,{class:`paste`,onSubmit:e=>{e.preventDefault(),n.trim()&&p(n,i)},children:[B(`label`,{children:[B(`span`,{children:`Text`}),B(`textarea`,{rows:o?5:12,required:!0,maxLength:Hc,value:n,onInput:e=>r(e.currentTarget.value)})]}),B(`div`,{class:`paste-foot`,children:[B(`label`,{children:[B(`span`,{children:`Published on`}),B(`input`,{type:`date`,value:i,onChange:e=>a(e.currentTarget.value)})]}),B(`button`,{type:`submit`,class:`primary`,disabled:d||!n.trim(),children:d?`Reading …`:`Read it`}),B(`button`,{type:`button`,onClick:()=>{r(Vc.text),a(Vc.day),p(Vc.text,Vc.day)},children:`Use an example`}),B(`span`,{class:`aside`,children:n.length>Hc*.8?`${L(Hc-n.length,`character`)} left`:`“Tuesday” is counted from that day.`})]})]}),c&&B(X,{failure:c,retry:()=>void p(n,i)}),d&&!o&&B(Y,{what:`the model, which takes a few seconds the first time`,lines:6}),o&&B(Sc,{reading:o,hash:e,query:t})]})}function Wc({hidden:e,toggle:t}){return Gc()||e?B(`button`,{type:`button`,class:`model-switch`,"aria-pressed":e,onClick:t,title:e?`Show what a language model said too`:`Hide what a language model said`,children:[B(V,{name:e?`unseen`:`eye`}),B(`span`,{children:e?`Model hidden`:`Model shown`})]}):null}function Gc(){let[e,t]=k(!1);return A(()=>{let e=new AbortController;return $e(Ht,{told:{eq:`MODEL`}},e.signal,void 0,!0).then(e=>t(Object.values(e).some(({nodes:e})=>e.length>0)),()=>void 0),()=>e.abort()},[]),e}var Kc=[`ACTOR`,`LOCATION`,`PUBLISHER`];function qc({address:e}){let t=e.path===`/search`?new URLSearchParams(e.query).get(`q`)??``:``,[n,r]=k(t),[i,a]=k(!1),[o,s]=k(0),c=je();A(()=>r(t),[t]);let l=n.trim(),{data:u}=P(Rt,i&&l?{text:l.slice(0,100),kinds:[...Kc],first:8}:void 0),d=i&&l?Xa(l,u?.suggestions??[]):[],f=Math.min(o,d.length-1),p=e=>{a(!1),Wr(e)};return B(`form`,{class:`search`,role:`search`,onSubmit:e=>{e.preventDefault(),l&&p(d[f]?.address??`/search?${new URLSearchParams({q:l})}`)},children:[B(V,{name:`search`}),B(`input`,{type:`search`,role:`combobox`,"aria-label":`Search everything`,"aria-expanded":d.length>0,"aria-controls":c,"aria-autocomplete":`list`,"aria-activedescendant":d.length>0?`${c}-${f}`:void 0,autocomplete:`off`,list:void 0,placeholder:`Search events, people, places, quotes`,maxLength:500,value:n,onKeyDown:e=>{let t={ArrowDown:1,ArrowUp:-1}[e.key];t&&d.length>0?(e.preventDefault(),s((f+t+d.length)%d.length)):e.key===`Escape`&&d.length>0&&(e.preventDefault(),a(!1))},onBlur:()=>a(!1),onInput:e=>{r(e.currentTarget.value),a(!0),s(0)}}),B(`ul`,{id:c,class:`suggestions`,role:`listbox`,"aria-label":`Suggestions`,hidden:d.length===0,children:d.map(({address:e,name:t,note:n},r)=>B(`li`,{id:`${c}-${r}`,role:`option`,"aria-selected":r===f,onMouseDown:e=>e.preventDefault(),onMouseMove:()=>s(r),onClick:()=>p(e),children:[B(`span`,{children:t}),B(`span`,{class:`aside`,children:n})]},e))})]})}function Jc({address:e,theme:t,toggleTheme:n,hidden:r,toggleModel:i}){let{view:a}=Hr(e.path),o=e=>a===e?`page`:void 0;return B(`header`,{class:`masthead`,children:[B(`a`,{class:`wordmark`,href:`/`,"aria-label":`Dateline: all events`,children:[`Date`,B(`span`,{children:`line`})]}),B(qc,{address:e}),B(`nav`,{"aria-label":`Pages`,children:[B(`a`,{href:`/`,"aria-current":o(`explore`),children:`Events`}),B(Ra,{label:`Browse`,active:a===`browse`,children:t=>B(`ul`,{class:`choices`,children:[Object.entries(Vr).map(([n,r])=>B(`li`,{children:B(`a`,{href:n,onClick:t,"aria-current":e.path===n?`page`:void 0,children:r})},n)),B(`li`,{children:B(`a`,{href:`/corrections`,onClick:t,children:`Latest corrections`})}),B(`li`,{children:B(`a`,{href:`/graphql`,children:`GraphQL: the explorer`})}),B(`li`,{children:B(`a`,{href:`/v1`,children:`REST: the guide`})})]})}),B(`a`,{href:`/try`,"aria-current":o(`try`),children:`Try it`}),B(`a`,{href:`/graphql`,children:`GraphQL`}),B(`a`,{href:`/v1`,children:`REST`})]}),B(Wc,{hidden:r,toggle:i}),B(`button`,{type:`button`,class:`theme`,onClick:n,"aria-label":t===`dark`?`Use light colours`:`Use dark colours`,children:B(V,{name:t===`dark`?`sun`:`moon`})})]})}var Yc=5,Xc=30;function Zc({query:e}){let t=new URLSearchParams(e),n=t.get(`q`)?.trim()??``,r=t.get(`more`)?Xc:Yc,{data:i,failure:a,retry:o,waiting:s}=P(Ut,n?{search:n,first:r}:void 0);return q(n?`Search: ${n}`:`Search`),B(`main`,{id:`main`,class:`sheet search-page`,tabIndex:-1,"aria-busy":s,children:[B(`h1`,{children:n?B(y,{children:[`Search for `,B(`mark`,{children:n})]}):`Search`}),B(`p`,{class:`aside`,children:`All words must be there; words in quotation marks side by side. Case, accents and English endings make no difference.`}),a&&B(X,{failure:a,retry:o}),!a&&n&&!i&&B(Y,{what:`what fits`,lines:8}),!a&&i&&B(Qc,{data:i,search:n,few:r===Yc})]})}function Qc({data:e,search:t,few:n}){let{events:r,actors:i,locations:a,quotes:o,articles:s}=e;if([r,i,a,o,s].reduce((e,{totalCount:t})=>e+t,0)===0)return B(Vi,{title:`Nothing fits`,children:B(`p`,{children:[`Try fewer words, or a part of the name. What was read so far is at `,B(`a`,{href:`/`,children:`all events`}),`.`]})});let c=Math.max(r.totalCount,i.totalCount,a.totalCount,o.totalCount,s.totalCount)>Yc;return B(y,{children:[B(`div`,{class:`columns`,children:[B(`div`,{children:[B($c,{title:`Events`,noun:`event`,total:r.totalCount,children:B(`div`,{class:`cards`,children:r.nodes.map(e=>B(Gi,{event:e},e.id))})}),B($c,{title:`Quotes`,noun:`quote`,total:o.totalCount,children:o.nodes.map(e=>B(gs,{quote:e},e.id))})]}),B(`div`,{children:[B($c,{title:`People and bodies`,noun:`actor`,total:i.totalCount,children:B(`ul`,{class:`rows`,children:i.nodes.map(e=>B(`li`,{children:[B(`a`,{href:`/actor/${e.id}`,children:e.name}),B(`span`,{class:`aside`,children:[yn[e.kind],xn[e.sector],e.countryCode&&K(e.countryCode)].filter(Boolean).join(` · `)}),B(`span`,{class:`aside`,children:[L(e.eventCount,`event`),`, `,L(e.quoteCount,`quote`)]})]},e.id))})}),B($c,{title:`Places`,noun:`place`,total:a.totalCount,children:B(`ul`,{class:`rows`,children:a.nodes.map(e=>B(`li`,{children:[B(`a`,{href:`/location/${e.id}`,children:Hi(e)}),B(`span`,{class:`aside`,children:bn[e.kind]}),B(`span`,{class:`aside`,children:L(e.eventCount,`event`)})]},e.id))})}),B($c,{title:`Articles`,noun:`article`,total:s.totalCount,children:B(`ul`,{class:`rows`,children:s.nodes.map(e=>B(`li`,{children:[B(`a`,{href:`/article/${e.id}`,children:e.title??`Without a title`}),B(`span`,{class:`aside`,children:[e.publisher,e.publishedAt&&z(e.publishedAt)].filter(Boolean).join(`, `)})]},e.id))})})]})]}),n&&c&&B(`p`,{class:`more`,children:B(`button`,{type:`button`,onClick:()=>Wr(`/search?${new URLSearchParams({q:t,more:`1`})}`,{replace:!0}),children:[`Show up to `,Xc,` of each`]})})]})}function $c({title:e,noun:t,total:n,children:r}){return n===0?null:B(`section`,{class:`kind ${t}`,"aria-label":e,children:[B(`h2`,{children:[e,` `,B(`small`,{children:I(n)})]}),r]})}var el=`dateline:theme`,tl=window.matchMedia(`(prefers-color-scheme: dark)`);function nl(){let[e,t]=k(rl),[n,r]=k(tl.matches?`dark`:`light`);A(()=>{let e=()=>r(tl.matches?`dark`:`light`);return tl.addEventListener(`change`,e),()=>tl.removeEventListener(`change`,e)},[]);let i=e??n;return document.documentElement.dataset.theme=i,[i,()=>{let e=i===`dark`?`light`:`dark`;t(e),il(e)}]}function rl(){try{let e=window.localStorage.getItem(el);return e===`light`||e===`dark`?e:void 0}catch{return}}function il(e){try{window.localStorage.setItem(el,e)}catch{}}function al(){let e=Kr(),[t,n]=nl(),[r,i]=k(Ue),a=()=>{We(!r),ot(),dt(),i(!r)},o=Hr(e.path);return B(y,{children:[B(`a`,{class:`skip`,href:`#main`,onClick:ol,children:`Skip to the content`}),B(Jc,{address:e,theme:t,toggleTheme:n,hidden:r,toggleModel:a}),B(sl,{route:o,address:e,theme:t},r?`rules`:`all`),B(`footer`,{class:`colophon`,children:B(`p`,{children:[`Read by machine from news articles; every fact leads to the words that say it. Map: `,B(`a`,{href:`https://www.naturalearthdata.com/`,rel:`noreferrer`,children:`Natural Earth`}),`, public domain. Places: `,B(`a`,{href:`https://www.geonames.org/`,rel:`noreferrer`,children:`GeoNames`}),`.`]})})]})}function ol(e){e.preventDefault(),document.querySelector(`main`)?.focus()}function sl({route:e,address:t,theme:n}){switch(e.view){case`explore`:return B(Do,{query:t.query,theme:n});case`event`:return B(Ps,{id:e.id},e.id);case`article`:return B(Oc,{id:e.id,hash:t.hash,query:t.query},e.id);case`actor`:return B(_s,{id:e.id},e.id);case`location`:return B(rc,{id:e.id,theme:n},e.id);case`search`:return B(Zc,{query:t.query});case`browse`:return B(Jo,{path:e.list,query:t.query},e.list);case`corrections`:return B(ss,{});case`try`:return B(Uc,{hash:t.hash,query:t.query});default:return B(No,{what:`page`})}}var cl=document.getElementById(`page`);cl&&(cl.textContent=``,he(B(al,{}),cl));